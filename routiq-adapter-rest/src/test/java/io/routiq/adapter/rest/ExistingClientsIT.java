package io.routiq.adapter.rest;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.patient;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.InMemoryTransactions;
import io.routiq.application.connection.Connection;
import io.routiq.application.connection.InMemoryConnections;
import io.routiq.application.practice.InMemoryPracticeCopy;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The routes that existing frontends call. */
@RestTest
class ExistingClientsIT {

    private static final AtomicInteger MADE = new AtomicInteger();

    private final InMemoryTransactions transactions;
    private final InMemoryPracticeCopy copy;
    private final InMemoryConnections connections;
    private final OrganizationId organization = new OrganizationId("org_existing" + MADE.incrementAndGet());
    private final Client admin;

    ExistingClientsIT(
            @LocalServerPort int port,
            @Autowired InMemoryTransactions transactions,
            @Autowired InMemoryPracticeCopy copy,
            @Autowired InMemoryConnections connections) {
        this.transactions = transactions;
        this.copy = copy;
        this.connections = connections;
        admin = Client.admin(port, organization.value());
    }

    @ParameterizedTest
    @CsvSource({
        "sync/ORG, incremental",
        "sync/ORG?force_full=false, incremental",
        "sync/ORG?force_full=true, full",
        "sync-all/ORG, full"
    })
    void startsARunOfTheModeThatIsMeant(String route, String mode) {
        connect();

        Answer answer = admin.post("/api/v1/cliniko/" + route.replace("ORG", organization.value()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.body().path("success").asBoolean()).isTrue();
        assertThat(answer.body().path("status").asString()).isEqualTo("starting");
        assertThat(answer.body().path("organization_id").asString()).isEqualTo(organization.value());
        JsonNode run = admin.get(answer.header("Location")).body();
        assertThat(run.path("sync_id")).isEqualTo(answer.body().path("sync_id"));
        assertThat(run.path("sync_mode").asString()).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "sync-all"})
    void refusesStartsAsTheOtherRouteDoes(String route) {
        String address = "/api/v1/cliniko/" + route + "/" + organization;
        assertThat(admin.post(address).code()).isEqualTo("not_configured");

        connect();
        String running = admin.post(address).body().path("sync_id").asString();

        assertThat(admin.post(address).body().path("sync_id").asString()).isEqualTo(running);
        assertThat(admin.post(address).code()).isEqualTo("sync_in_progress");
    }

    @Test
    void listsRunsAsLogs() {
        connect();
        String id = admin.post("/api/v1/cliniko/sync-all/" + organization)
                .body()
                .path("sync_id")
                .asString();
        admin.delete("/api/v1/sync/cancel/" + id);
        admin.post("/api/v1/cliniko/sync/" + organization);

        JsonNode logs = admin.get("/api/v1/cliniko/sync-logs/" + organization + "?limit=1")
                .body();

        assertThat(logs.path("total_logs").asInt()).isEqualTo(2);
        assertThat(logs.path("logs").size()).isEqualTo(1);
        assertThat(logs.at("/logs/0/operation_type").asString()).isEqualTo("incremental");
        assertThat(logs.at("/logs/0/metadata/trigger").asString()).isEqualTo("manual");
        assertThat(admin.get("/api/v1/cliniko/sync-logs/" + organization)
                        .body()
                        .at("/logs/1/status")
                        .asString())
                .isEqualTo("cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "many"})
    void refusesWrongLimits(String limit) {
        assertThat(admin.get("/api/v1/cliniko/sync-logs/" + organization + "?limit=" + limit)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void showsANewOrganizationZeros() {
        JsonNode dashboard = dashboard();

        assertThat(dashboard.at("/summary/total_patients").asInt()).isZero();
        assertThat(dashboard.at("/summary/avg_total_per_patient").asDouble()).isZero();
        assertThat(dashboard.at("/summary/last_sync_time").isNull()).isTrue();
        assertThat(dashboard.at("/summary/integration_status").asString()).isEqualTo("Not configured");
        assertThat(dashboard.at("/summary/activity_status").asString()).isEqualTo("Inactive");
        assertThat(dashboard.path("recent_activity").isEmpty()).isTrue();
        assertThat(status().path("status").asString()).isEqualTo("not_configured");
        assertThat(status().path("credentials_valid").isNull()).isTrue();
    }

    @Test
    void sumsUpPatientsAndVisits() {
        connect();
        assertThat(status().path("status").asString()).isEqualTo("no_data");
        practice();

        JsonNode summary = dashboard().path("summary");

        assertThat(summary.path("total_patients").asInt()).isEqualTo(3);
        assertThat(summary.path("active_patients").asInt()).isEqualTo(2);
        assertThat(summary.path("total_upcoming_appointments").asInt()).isEqualTo(2);
        assertThat(summary.path("total_recent_appointments").asInt()).isEqualTo(1);
        assertThat(summary.path("total_all_appointments").asInt()).isEqualTo(4);
        assertThat(summary.path("avg_upcoming_per_patient").toString()).isEqualTo("0.67");
        assertThat(summary.path("avg_recent_per_patient").toString()).isEqualTo("0.33");
        assertThat(summary.path("avg_total_per_patient").toString()).isEqualTo("1.33");
        assertThat(summary.path("engagement_rate").toString()).isEqualTo("66.7");
        assertThat(summary.path("sync_percentage").asInt()).isEqualTo(100);
        assertThat(summary.path("integration_status").asString()).isEqualTo("Connected");
        assertThat(summary.path("activity_status").asString()).isEqualTo("Active");
        assertThat(status().path("status").asString()).isEqualTo("connected");
        assertThat(status().path("synced_patients").asInt()).isEqualTo(3);
        assertThat(status().path("credentials_valid").asBoolean()).isTrue();
    }

    @Test
    void showsTheLatestRuns() {
        connect();
        String id = admin.post("/api/v1/cliniko/sync-all/" + organization)
                .body()
                .path("sync_id")
                .asString();
        assertThat(dashboard().at("/recent_activity/0/status").asString()).isEqualTo("running");

        admin.delete("/api/v1/sync/cancel/" + id);

        JsonNode activity = dashboard().at("/recent_activity/0");
        assertThat(activity.path("id").asString()).isEqualTo(id);
        assertThat(activity.path("status").asString()).isEqualTo("failed");
        assertThat(activity.path("description").asString()).isEqualTo("Synchronisation (full) was cancelled");
        assertThat(activity.path("minutes_ago").asInt()).isZero();
    }

    @Test
    void saysThatTheKeyIsRejected() {
        connect();
        practice();
        transactions.within(organization, () -> {
            Connection connected = connections.find(organization).orElseThrow();
            connections.save(
                    organization, connected.checked(Connection.Status.ACTION_REQUIRED, null, TestApplication.NOW));
        });

        assertThat(status().path("status").asString()).isEqualTo("action_required");
        assertThat(status().path("credentials_valid").asBoolean()).isFalse();
        assertThat(dashboard().at("/summary/integration_status").asString()).isEqualTo("Not configured");
    }

    private void connect() {
        admin.post("/api/v1/cliniko/configure/" + organization, "{\"api_key\": \"made-up-key-1234-au9\"}");
    }

    private void practice() {
        var now = TestApplication.NOW;
        transactions.within(
                organization,
                () -> copy.store(
                        organization,
                        List.of(
                                patient("1001").record(),
                                patient("1002").record(),
                                patient("1003").record(),
                                appointment("5001", "1001", now.minus(Duration.ofDays(3)))
                                        .record(),
                                appointment("5002", "1001", now.plus(Duration.ofDays(3)))
                                        .record(),
                                appointment("5003", "1002", now.plus(Duration.ofDays(4)))
                                        .record(),
                                appointment("5004", "1003", now.minus(Duration.ofDays(300)))
                                        .record())));
    }

    private JsonNode dashboard() {
        return admin.get("/api/v1/dashboard/" + organization).body();
    }

    private JsonNode status() {
        return admin.get("/api/v1/cliniko/status/" + organization).body();
    }
}
