package io.routiq.adapter.cliniko.simulator;

import static io.routiq.adapter.cliniko.simulator.ApiClient.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WriteRouteTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");

    private final ClinikoSimulator simulator = ClinikoSimulator.start(0, SimulatorClock.frozenAt(NOW));
    private final SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
    private final SimulatedPractice practice = clinic.practice();
    private final ApiClient client = new ApiClient(simulator.baseOf("au2"), clinic.issueKey());

    @BeforeEach
    void seed() {
        SimulatedPractice.seed(clinic, 2, 0, 3, NOW);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void createsAndChangesPatients() {
        HttpResponse<String> created = client.write("POST", "/patients", """
                {"first_name": "Una", "last_name": "Testwick", "patient_phone_numbers": [{"number": "(02) 5550 0001"}]}
                """);
        JsonNode patient = Answers.JSON.readTree(created.body());
        String path = "/patients/" + patient.path("id").asString();

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(patient.path("patient_phone_numbers").path(0).path("number").asString())
                .isEqualTo("(02) 5550 0001");
        assertThat(client.write("PATCH", path, "{\"email\": \"una@example.test\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.json(path).path("email").asString()).isEqualTo("una@example.test");
        assertThat(client.json(path).path("first_name").asString()).isEqualTo("Una");
        assertThat(client.write("POST", path + "/archive", "").statusCode()).isEqualTo(204);
        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(client.write("POST", path + "/unarchive", "").statusCode()).isEqualTo(204);
        assertThat(client.get(path).statusCode()).isEqualTo(200);
        assertThat(client.write("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(client.get(path + "?" + terms("archived_at:*")).statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhatIsMissingWithACurlyApostrophe() {
        HttpResponse<String> refused = client.write("POST", "/patients", "{\"last_name\": \"Testwick\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Validation Failed", "\"first_name\":\"can’t be blank\"");
        assertThat(refused.body()).doesNotContain("last_name");
    }

    @Test
    void ignoresABodyWithoutContentType() {
        HttpRequest request = client.request("/patients")
                .POST(HttpRequest.BodyPublishers.ofString("{\"first_name\": \"Una\", \"last_name\": \"Testwick\"}"))
                .build();

        assertThat(ApiClient.send(request).statusCode()).isEqualTo(422);
    }

    @Test
    void booksWithTheTypesUsualLength() {
        HttpResponse<String> created = client.write("POST", "/individual_appointments", booking());

        JsonNode appointment = Answers.JSON.readTree(created.body());
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(appointment.path("ends_at").asString()).isEqualTo("2026-07-01T00:45:00Z");
        assertThat(client.ids("/attendees?"
                        + terms("booking_id:=" + appointment.path("id").asString())))
                .hasSize(1);
        client.write("POST", "/individual_appointments", booking());
        assertThat(client.ids("/individual_appointments")).hasSize(2);
    }

    @Test
    void failsOnDanglingReferences() {
        String dangling = booking().replaceFirst("\"patient_id\": \"\\d+\"", "\"patient_id\": \"77\"");

        assertThat(client.write("POST", "/individual_appointments", dangling).statusCode())
                .isEqualTo(500);
    }

    @Test
    void tellsWhetherBookingsCollide() {
        String first = Answers.JSON
                .readTree(client.write("POST", "/individual_appointments", booking())
                        .body())
                .path("id")
                .asString();
        String path = "/individual_appointments/" + first + "/conflicts";
        assertThat(client.json(path).path("conflicts").path("exist").asBoolean())
                .isFalse();

        client.write("POST", "/individual_appointments", booking());
        assertThat(client.json(path).path("conflicts").path("exist").asBoolean())
                .isTrue();
    }

    @Test
    void cancelsWithAReasonFromTheList() {
        String path = "/individual_appointments/" + practice.appointments().create(patient(), NOW);

        assertThat(client.write("PATCH", path + "/cancel", "{\"cancellation_reason\": 31}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.write("PATCH", path + "/cancel", "{\"cancellation_reason\": 40}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.json(path + "?" + terms("cancelled_at:*"))
                        .path("cancellation_reason_description")
                        .asString())
                .isEqualTo("Away");
    }

    @Test
    void changesAndArchivesAppointments() {
        String path = "/individual_appointments/" + practice.appointments().create(patient(), NOW);

        client.write("PATCH", path, "{\"starts_at\": \"2026-07-02T10:00:00+10:00\", \"notes\": \"Moved\"}");
        assertThat(client.json(path).path("starts_at").asString()).isEqualTo("2026-07-02T00:00:00Z");
        client.write("PATCH", path, "{\"did_not_arrive\": true}");
        assertThat(client.json(path).path("did_not_arrive").asBoolean()).isTrue();
        assertThat(client.json(path).path("notes").asString()).isEqualTo("Moved");
        assertThat(client.write("POST", path + "/archive", "").statusCode()).isEqualTo(204);
        assertThat(client.ids("/individual_appointments")).isEmpty();
    }

    @Test
    void addsAndCancelsAttendees() {
        long pilates = practice.classes().create(NOW);
        HttpResponse<String> added = client.write(
                "POST", "/attendees", "{\"booking_id\": \"" + pilates + "\", \"patient_id\": \"" + patient() + "\"}");
        String path =
                "/attendees/" + Answers.JSON.readTree(added.body()).path("id").asString();

        assertThat(added.statusCode()).isEqualTo(201);
        client.write("PATCH", path, "{\"arrived\": false}");
        assertThat(client.json(path).path("arrived").toString()).isEqualTo("false");
        assertThat(client.write("PATCH", path + "/cancel", "{\"cancellation_reason\": 10}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.ids("/attendees")).isEmpty();
    }

    @Test
    void deletesReferenceNumbersForGood() {
        String id = client.ids("/practitioner_reference_numbers").getFirst();

        assertThat(client.write("DELETE", "/practitioner_reference_numbers/" + id, "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.ids("/practitioner_reference_numbers")).doesNotContain(id);
    }

    @Test
    void refusesWritesThatDoNotExist() {
        assertThat(client.write("POST", "/practitioners", "{}").statusCode()).isEqualTo(404);
        assertThat(client.write("PATCH", "/individual_appointments/77", "{}").statusCode())
                .isEqualTo(404);
        assertThat(client.write("POST", "/patients", "{not json").statusCode()).isEqualTo(400);
    }

    private long patient() {
        return practice.patients().ids().getFirst();
    }

    private String booking() {
        Setup setup = practice.setup();
        return """
                {"appointment_type_id": "%d", "business_id": "%d", "patient_id": "%d", "practitioner_id": "%d",
                 "starts_at": "2026-07-01T00:00:00Z"}
                """.formatted(
                        setup.appointmentTypes().getFirst(),
                        setup.businesses().getFirst(),
                        patient(),
                        setup.practitioners().getFirst());
    }
}
