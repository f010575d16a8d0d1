package io.routiq.adapter.cliniko.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SeedTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");

    @Test
    void holdsExactlyWhatWasAskedFor() {
        SimulatedPractice practice = practice(650, 3_000, 7).practice();

        assertThat(practice.records("patients")).hasSize(650);
        assertThat(practice.records("businesses")).hasSizeGreaterThan(1);
        assertThat(practice.records("practitioners/inactive")).hasSize(1);
        List<ObjectNode> individual = practice.records("individual_appointments");
        List<ObjectNode> attendees = practice.records("attendees");
        assertThat(attendees).hasSize(3_000);
        assertThat(attendees.size() - individual.size()).isBetween(120, 180);
        assertThat(practice.records("group_appointments"))
                .allSatisfy(group -> assertThat(attendees.stream()
                                .filter(attendee ->
                                        reference(attendee, "booking").equals(id(group))))
                        .hasSizeBetween(4, 8));
    }

    @Test
    void givesEachIndividualAppointmentOneAttendee() {
        SimulatedPractice practice = practice(80, 400, 7).practice();

        Set<String> appointments = practice.records("individual_appointments").stream()
                .map(SeedTest::id)
                .collect(Collectors.toSet());
        assertThat(practice.records("attendees").stream()
                        .map(attendee -> reference(attendee, "booking"))
                        .filter(appointments::contains))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(appointments);
    }

    @Test
    void repeatsItselfForTheSameSeed() {
        assertThat(practice(60, 300, 9).practice().records("individual_appointments"))
                .isEqualTo(practice(60, 300, 9).practice().records("individual_appointments"));
        assertThat(practice(60, 300, 9).practice().records("patients"))
                .isNotEqualTo(practice(60, 300, 10).practice().records("patients"));
    }

    @Test
    void leavesAboutAThirdOfThePatientsActive() {
        SimulatedPractice practice = practice(2_000, 9_000, 7).practice();

        Set<String> active = new HashSet<>();
        for (ObjectNode row : practice.records("individual_appointments")) {
            Instant startsAt = Instant.parse(row.path("starts_at").asString());
            if (row.path("cancelled_at").isNull()
                    && !row.path("did_not_arrive").asBoolean(false)
                    && startsAt.isAfter(NOW.minus(Duration.ofDays(30)))) {
                active.add(reference(row, "patient"));
            }
        }
        assertThat(active).hasSizeBetween(600, 800);
    }

    @Test
    void tellsEveryKindOfStory() {
        SimulatedPractice practice = practice(650, 3_000, 7).practice();
        List<ObjectNode> patients = practice.records("patients");
        List<ObjectNode> appointments = practice.records("individual_appointments");

        assertThat(patients)
                .anySatisfy(row -> assertThat(row.path("merged_at").isString()).isTrue());
        assertThat(patients).anySatisfy(row -> {
            assertThat(row.path("archived_at").isString()).isTrue();
            assertThat(row.path("merged_at").isNull()).isTrue();
        });
        assertThat(appointments)
                .anySatisfy(
                        row -> assertThat(row.path("cancelled_at").isString()).isTrue())
                .anySatisfy(row ->
                        assertThat(row.path("did_not_arrive").asBoolean(false)).isTrue())
                .anySatisfy(
                        row -> assertThat(row.path("archived_at").isString()).isTrue())
                .anySatisfy(row -> assertThat(row.path("starts_at").asString()).isGreaterThan("2026-09-01"))
                .anySatisfy(row -> assertThat(Duration.between(
                                Instant.parse(row.path("starts_at").asString()),
                                Instant.parse(row.path("ends_at").asString())))
                        .isEqualTo(Duration.ofHours(10)));
        assertThat(appointments)
                .allSatisfy(row -> assertThat(row.path("updated_at").asString())
                        .isBetween(row.path("created_at").asString(), NOW.toString()));
        assertThat(appointments.stream()
                        .map(row -> row.path("starts_at").asString().substring(0, 7))
                        .distinct())
                .hasSizeBetween(31, 36);
    }

    @Test
    void mixesShortIdsWithIdsOfNineteenDigits() {
        SimulatedPractice practice = practice(650, 3_000, 7).practice();

        for (String resource : List.of("patients", "individual_appointments", "attendees")) {
            assertThat(practice.records(resource).stream()
                            .map(row -> id(row).length())
                            .distinct())
                    .contains(8, 18, 19);
        }
        Stream<String> bookings = practice.records("bookings").stream().map(SeedTest::id);
        assertThat(bookings).doesNotHaveDuplicates();
    }

    @Test
    void usesOnlyAddressesAndNumbersOfFiction() {
        assertThat(practice(300, 10, 7).practice().records("patients")).allSatisfy(row -> {
            assertThat(row.path("email").asString("@example.test")).endsWith("@example.test");
            row.path("patient_phone_numbers")
                    .forEach(
                            phone -> assertThat(phone.path("number").asString()).startsWith("(02) 5550 "));
        });
    }

    private static SimulatedAccount practice(int patients, int appointments, long seed) {
        var state = new SimulatorState(SimulatorClock.frozenAt(NOW));
        SimulatedAccount account = state.addAccount("Clinic", "au2", "AU", "Australia/Sydney");
        SimulatedPractice.seed(account, patients, appointments, seed, NOW);
        return account;
    }

    private static String id(ObjectNode row) {
        return row.path("id").asString();
    }

    static String reference(ObjectNode row, String name) {
        String self = row.path(name).path("links").path("self").asString();
        return self.substring(self.lastIndexOf('/') + 1);
    }
}
