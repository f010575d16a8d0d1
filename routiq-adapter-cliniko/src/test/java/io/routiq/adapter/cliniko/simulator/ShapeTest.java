package io.routiq.adapter.cliniko.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ShapeTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00.987Z");

    private final ClinikoSimulator simulator = ClinikoSimulator.start(0, SimulatorClock.frozenAt(NOW));
    private final SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
    private final ApiClient client = new ApiClient(simulator.baseOf("au2"), clinic.issueKey());

    @BeforeEach
    void seed() {
        SimulatedPractice.seed(clinic, 120, 800, 5, NOW);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patients",
                "individual_appointments",
                "group_appointments",
                "attendees",
                "bookings",
                "unavailable_blocks",
                "businesses",
                "practitioners",
                "appointment_types",
                "users",
                "practitioner_reference_numbers"
            })
    void givesEveryResourceAsListAndById(String resource) {
        JsonNode rows = client.rows("/" + resource);

        assertThat(rows.size()).isPositive();
        for (JsonNode row : rows) {
            assertThat(row.path("id").isString()).isTrue();
            assertThat(row.path("links").path("self").asString())
                    .isEqualTo(simulator.baseOf("au2") + "/" + resource + "/"
                            + row.path("id").asString());
            assertThat(row.path("created_at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
            assertThat(row.path("updated_at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        }
        JsonNode first = rows.get(0);
        assertThat(client.json("/" + resource + "/" + first.path("id").asString()))
                .isEqualTo(first);
    }

    @Test
    void listsWhatBelongsToARecord() {
        JsonNode appointment =
                client.rows("/individual_appointments?per_page=1").path(0);
        String attendees = path(appointment.path("attendees"));
        String patient = path(appointment.path("patient"));

        JsonNode page = client.json(attendees);
        assertThat(page.path("total_entries").asInt()).isEqualTo(1);
        assertThat(page.path("attendees")
                        .path(0)
                        .path("booking")
                        .path("links")
                        .path("self")
                        .asString())
                .endsWith("/" + appointment.path("id").asString());
        assertThat(client.allIds(patient + "/appointments", "appointments"))
                .contains(appointment.path("id").asString());
        assertThat(client.get(patient + "/shoes").statusCode()).isEqualTo(404);
    }

    @Test
    void findsInactivePractitionersByIdAsSwitched() {
        String inactive = client.json("/practitioners/inactive")
                .path("practitioners")
                .path(0)
                .path("id")
                .asString();
        assertThat(client.ids("/practitioners")).doesNotContain(inactive);
        assertThat(client.get("/practitioners/" + inactive).statusCode()).isEqualTo(200);

        simulator.switches().set(Switch.INACTIVE_PRACTITIONER_BY_ID, Choice.NOT_FOUND);
        assertThat(client.get("/practitioners/" + inactive).statusCode()).isEqualTo(404);
    }

    @Test
    void stampsWholeSeconds() {
        long patient = clinic.practice().patients().create("Una", "Testwick");

        assertThat(client.json("/patients/" + patient).path("created_at").asString())
                .isEqualTo("2026-06-15T02:30:00Z");
    }

    @Test
    void writesUnsetReferencesAbsentAndNull() {
        assertThat(unset()).contains("absent", "null").doesNotContain("set");
        simulator.switches().set(Switch.UNSET_REFERENCES, Choice.ABSENT);
        assertThat(unset()).containsOnly("absent");
        simulator.switches().set(Switch.UNSET_REFERENCES, Choice.NULL);
        assertThat(unset()).containsOnly("null");
    }

    @Test
    void writesAppointmentsWithTheirOddities() {
        List<JsonNode> rows = client.rows("/individual_appointments?per_page=100")
                .valueStream()
                .toList();

        assertThat(rows)
                .anySatisfy(row -> assertThat(row.path("repeat_rule").isEmpty()).isTrue())
                .anySatisfy(row -> assertThat(row.path("patient_name").isNull()).isTrue())
                .anySatisfy(
                        row -> assertThat(row.path("did_not_arrive").isNull()).isTrue())
                .allSatisfy(row -> {
                    assertThat(row.path("telehealth_url").asString()).startsWith("https://clinic.example.test/");
                    assertThat(row.path("patient").path("links").path("self").asString())
                            .startsWith(simulator.baseOf("au2") + "/patients/");
                });
    }

    @Test
    void writesAttendeesWithThreeStatesOfArrival() {
        List<JsonNode> rows = client.rows("/attendees?per_page=100&sort=created_at")
                .valueStream()
                .toList();

        assertThat(rows.stream().map(row -> row.path("arrived").toString()).distinct())
                .containsExactlyInAnyOrder("true", "false", "null");
        assertThat(rows)
                .allSatisfy(row -> assertThat(
                                row.path("cancellation_reason_description").asString())
                        .isEmpty());
    }

    @Test
    void tellsBookingsApartOnlyByTheirMembers() {
        Stream<JsonNode> rows =
                client.rows("/bookings?per_page=100&sort=starts_at:desc").valueStream();

        assertThat(rows.map(row -> row.has("patient") + " " + row.has("max_attendees") + " "
                                + row.has("unavailable_block_type"))
                        .collect(Collectors.toSet()))
                .contains("true false false", "false false true");
        assertThat(client.rows("/group_appointments").path(0).has("patient")).isFalse();
        assertThat(client.rows("/group_appointments").path(0).has("cancelled_at"))
                .isFalse();
    }

    @Test
    void nullsTheNamesOfSomeArchivedPatients() {
        SimulatedAccount large = simulator.addAccount("Large", "au2");
        SimulatedPractice.seed(large, 900, 0, 5, NOW);

        assertThat(large.practice().records("patients"))
                .anySatisfy(row -> assertThat(row.path("first_name").isNull()).isTrue());
    }

    @Test
    void knowsTheReminderFieldsOfTwoYears() {
        JsonNode of2025 = client.rows("/patients").path(0);
        simulator.switches().set(Switch.FIELDS, Choice.OF_2026);
        JsonNode of2026 = client.rows("/patients").path(0);

        assertThat(of2025.has("reminder_type")).isTrue();
        assertThat(of2025.has("gender")).isTrue();
        assertThat(of2026.has("reminder_type")).isFalse();
        assertThat(of2026.path("reminders_communication_channels").isArray()).isTrue();
    }

    @Test
    void addsMembersThatNobodyDocuments() {
        assertThat(client.rows("/patients").path(0).has("beta_attributes")).isTrue();

        simulator.switches().set(Switch.UNKNOWN_MEMBERS, Choice.ABSENT);
        assertThat(client.rows("/patients").path(0).has("beta_attributes")).isFalse();
    }

    @Test
    void givesEachLocationItsZone() {
        assertThat(client.rows("/businesses")
                        .valueStream()
                        .map(row -> row.path("time_zone_identifier").asString()))
                .containsExactly("Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide");
        assertThat(client.json("/user").path("time_zone").asString()).isEqualTo("Sydney");
        assertThat(client.json("/user").path("time_zone_identifier").asString()).isEqualTo("Australia/Sydney");
        assertThat(client.json("/settings/public").path("account").path("id").isString())
                .isTrue();
        assertThat(client.json("/settings/public").toString()).doesNotContain("time_zone_identifier");
    }

    @Test
    void writesMergedPatientsWithALinkToTheSurvivor() {
        JsonNode merged = client.rows("/patients?per_page=100&q%5B%5D=archived_at%3A%3F")
                .valueStream()
                .filter(row -> !row.path("merged_at").isNull())
                .findFirst()
                .orElseThrow();

        assertThat(merged.path("merged_with_patient").path("links").path("self").asString())
                .startsWith(simulator.baseOf("au2") + "/patients/");
        assertThat(merged.path("archived_at")).isEqualTo(merged.path("merged_at"));
    }

    private String path(JsonNode reference) {
        return reference
                .path("links")
                .path("self")
                .asString()
                .substring(simulator.baseOf("au2").toString().length());
    }

    private List<String> unset() {
        return client.rows("/patients?per_page=100")
                .valueStream()
                .map(row -> !row.has("concession_type")
                        ? "absent"
                        : row.path("concession_type").isNull() ? "null" : "set")
                .toList();
    }
}
