package io.routiq.adapter.cliniko.simulator;

import static io.routiq.adapter.cliniko.simulator.ApiClient.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ControlTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");

    private final ClinikoSimulator simulator = ClinikoSimulator.start(0, SimulatorClock.frozenAt(NOW));

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void saysThatNobodyIsReal() {
        for (String path : new String[] {"/", "/_simulator"}) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.address() + path))
                    .build();
            assertThat(ApiClient.send(request).body()).contains("synthetic data");
        }
    }

    @Test
    void addsSeededAccountsWithAKey() {
        JsonNode added = post("/accounts", """
                {"name": "Harbour Physio", "shard": "uk1", "country_code": "GB", "time_zone": "Europe/London",
                 "patients": 40, "appointments": 200, "seed": 5, "requests_per_minute": 3}
                """);
        var client = new ApiClient(simulator.baseOf("uk1"), added.path("key").asString());

        assertThat(added.path("patients").asInt()).isEqualTo(40);
        assertThat(added.path("attendees").asInt()).isEqualTo(200);
        assertThat(client.json("/user").path("time_zone_identifier").asString()).isEqualTo("Europe/London");
        assertThat(client.json("/settings/public").path("account").path("name").asString())
                .isEqualTo("Harbour Physio");
        assertThat(client.ids("/patients")).isNotEmpty();
        assertThat(client.get("/user").statusCode()).isEqualTo(429);
        assertThat(get("/accounts/Harbour%20Physio/records/patients").size()).isEqualTo(40);
    }

    @Test
    void issuesRotatesAndRevokesKeys() {
        SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
        String receptionist = post("/accounts/Clinic/keys", "{\"role\": \"receptionist\"}")
                .path("key")
                .asString();
        String sibling = post("/accounts/Clinic/keys", "{\"same_user_as\": \"" + receptionist + "\"}")
                .path("key")
                .asString();
        assertThat(clinic.userOf(sibling)).isEqualTo(clinic.userOf(receptionist));

        String rotated = post("/accounts/Clinic/keys/rotate", "{\"key\": \"" + sibling + "\"}")
                .path("key")
                .asString();
        send("POST", "/accounts/Clinic/keys/revoke", "{\"key\": \"" + receptionist + "\"}");
        assertThat(status(receptionist)).isEqualTo(401);
        assertThat(status(sibling)).isEqualTo(401);
        assertThat(status(rotated)).isEqualTo(200);
    }

    @Test
    void changesAccountsSwitchesClockAndLatency() {
        SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");

        send("PATCH", "/accounts/Clinic", "{\"shard\": \"uk2\", \"other_vendor_per_minute\": 100}");
        send("PATCH", "/switches", "{\"SORT_BY_ID\": \"IGNORED\"}");
        send("POST", "/clock", "{\"advance_seconds\": 90}");
        send("PUT", "/latency", "{\"milliseconds\": 1}");

        assertThat(clinic.shard()).isEqualTo("uk2");
        assertThat(clinic.otherVendorPerMinute()).isEqualTo(100);
        assertThat(simulator.switches().get(Switch.SORT_BY_ID)).isEqualTo(Choice.IGNORED);
        assertThat(get("").path("now").asString()).isEqualTo("2026-06-15T02:31:30Z");
        assertThat(get("").path("latency_milliseconds").asInt()).isEqualTo(1);
        assertThat(get("").path("choices").size()).isEqualTo(Switch.values().length);
    }

    @Test
    void runsOperations() {
        SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
        SimulatedPractice.seed(clinic, 1, 0, 1, NOW);
        String patient =
                operation("{\"do\": \"create_patient\", \"first_name\": \"Una\", \"last_name\": \"Testwick\"}");
        String visit = operation("{\"do\": \"create_appointment\", \"patient\": \"" + patient
                + "\", \"starts_at\": \"2026-07-01T00:00:00Z\"}");

        operation("{\"do\": \"cancel\", \"id\": \"" + visit + "\"}");
        operation("{\"do\": \"archive\", \"resource\": \"patients\", \"id\": \"" + patient + "\"}");

        var client = new ApiClient(simulator.baseOf("au2"), clinic.issueKey());
        assertThat(visit).hasSizeGreaterThan(7);
        assertThat(client.ids("/individual_appointments")).isEmpty();
        assertThat(client.ids("/individual_appointments?" + terms("cancelled_at:*")))
                .containsExactly(visit);
        assertThat(client.ids("/patients?" + terms("archived_at:?"))).containsExactly(patient);
    }

    @Test
    void schedulesFaultsAndEvents() {
        SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
        String key = clinic.issueKey();
        var client = new ApiClient(simulator.baseOf("au2"), key);
        send("POST", "/faults", "{\"kind\": \"status\", \"status\": 503, \"path\": \"/user\", \"times\": 1}");
        send("POST", "/script", """
                {"when": "after", "nth": 2, "path": "/user", "account": "Clinic",
                 "operation": {"do": "deny", "resource": "patients"}}
                """);

        assertThat(client.get("/user").statusCode()).isEqualTo(503);
        assertThat(client.get("/patients").statusCode()).isEqualTo(200);
        assertThat(client.get("/user").statusCode()).isEqualTo(200);
        assertThat(client.get("/patients").statusCode()).isEqualTo(403);
    }

    @Test
    void keepsAJournalWithoutKeys() {
        SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
        String key = clinic.issueKey();
        var client = new ApiClient(simulator.baseOf("au2"), key);
        client.get("/patients?" + terms("updated_at:>=2026-01-01T00:00:00Z"));
        ApiClient.send(client.request("/user").setHeader("Accept", "").build());

        JsonNode journal = get("/journal");
        JsonNode first = journal.path("entries").path(0);
        assertThat(journal.path("count").asInt()).isEqualTo(2);
        assertThat(journal.path("by_status").path("200").asInt()).isEqualTo(2);
        assertThat(first.path("query").path(0).asString()).isEqualTo("q[]=updated_at:>=2026-01-01T00:00:00Z");
        assertThat(first.path("account").asString()).isEqualTo("Clinic");
        assertThat(first.path("userAgent").asString()).isEqualTo("Checks (checks@example.test)");
        assertThat(first.path("at").asString()).isEqualTo(NOW.toString());
        assertThat(journal.path("entries").path(1).path("accept").asString()).isEmpty();
        assertThat(journal.toString()).doesNotContain(key);
    }

    @Test
    void boundsTheJournal() {
        var journal = new RequestJournal();
        for (int made = 0; made < 10_500; made++) {
            journal.add(new RequestJournal.Entry(NOW, "GET", "au2", "/user", java.util.List.of(), 200, "", "", ""));
        }

        assertThat(journal.entries()).hasSize(10_000);
        assertThat(journal.count()).isEqualTo(10_500);
    }

    @Test
    void forgetsEverythingOnReset() {
        String key = simulator.addAccount("Clinic", "au2").issueKey();
        simulator.switches().set(Switch.SORT_BY_ID, Choice.IGNORED);
        simulator.faults().add(Fault.status(503));

        send("POST", "/reset", "");

        assertThat(status(key)).isEqualTo(401);
        assertThat(simulator.account("Clinic")).isEmpty();
        assertThat(simulator.switches().get(Switch.SORT_BY_ID)).isEqualTo(Choice.HONOURED);
        simulator.addAccount("Clinic", "au2");
    }

    @Test
    void explainsWhatItCannotDo() {
        simulator.addAccount("Clinic", "au2");
        assertThat(send("POST", "/accounts/Nobody/seed", "{}").statusCode()).isEqualTo(404);
        assertThat(send("PATCH", "/switches", "{\"SORT_BY_ID\": \"SLIDING\"}").body())
                .contains("HONOURED");
        assertThat(send("POST", "/accounts/Clinic/operations", "{\"do\": \"dance\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/faults", "{not json").statusCode()).isEqualTo(400);
        assertThat(send("GET", "/nothing", "").statusCode()).isEqualTo(404);
    }

    private int status(String key) {
        return new ApiClient(simulator.baseOf("au2"), key).get("/user").statusCode();
    }

    private String operation(String json) {
        return Answers.JSON
                .readTree(send("POST", "/accounts/Clinic/operations", json).body())
                .path("id")
                .asString();
    }

    private JsonNode get(String path) {
        return Answers.JSON.readTree(send("GET", path, "").body());
    }

    private JsonNode post(String path, String json) {
        HttpResponse<String> response = send("POST", path, json);
        assertThat(response.statusCode()).isEqualTo(201);
        return Answers.JSON.readTree(response.body());
    }

    private HttpResponse<String> send(String method, String path, String json) {
        return ApiClient.send(HttpRequest.newBuilder(URI.create(simulator.address() + Control.ROOT + path))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    }
}
