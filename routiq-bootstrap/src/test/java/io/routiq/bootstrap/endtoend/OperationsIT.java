package io.routiq.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.bootstrap.sandbox.Clinic;
import io.routiq.bootstrap.sandbox.Product;
import io.routiq.bootstrap.sandbox.TokenRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that hold for every route, the administrators' routes and those of existing clients, on the real database. */
@ExtendWith(RunningProduct.class)
class OperationsIT {

    private static int organizations;

    private final Product product;
    private final String org;
    private final Client admin;
    private final Client platform;
    private final Clinic clinic;

    OperationsIT(Product product, TestInfo test) {
        this.product = product;
        this.org = "org_operations_" + organizations++;
        this.admin = Client.admin(product, org);
        this.platform =
                Client.of(product, new TokenRequest(org, "user_platform", "org:member", List.of(), 2, 3600, true));
        this.clinic = Clinic.open(product.simulator(), org, test.getDisplayName(), "uk3", new Clinic.Size(40, 200, 3));
    }

    @AfterEach
    void calm() {
        product.simulator().latency(Duration.ZERO);
    }

    @Test
    void worksOnOneOfManyEqualRequestsAtATime() throws InterruptedException {
        product.simulator().latency(Duration.ofMillis(150));
        Client keyed = admin.with("Idempotency-Key", "configure once");
        Callable<Client.Answer> request = () -> keyed.configure(org, clinic.key());

        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Client.Answer> answers = clients.invokeAll(Collections.nCopies(4, request)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).extracting(Client.Answer::status).containsOnly(201);
            assertThat(answers)
                    .extracting(Client.Answer::text)
                    .containsOnly(answers.getFirst().text());
        }
    }

    @Test
    void startsOneRunForRepeatedRequests() {
        admin.configure(org, clinic.key());
        Client keyed = admin.with("Idempotency-Key", "start once");
        String id = keyed.start(org, "full");
        admin.ended(id);

        assertThat(keyed.start(org, "full")).isEqualTo(id);
        assertThat(admin.get("/api/v1/cliniko/sync-logs/" + org).at("/total_logs"))
                .isEqualTo("1");
        assertThat(keyed.post("/api/v1/sync/start/" + org + "?sync_mode=active", Map.of())
                        .at("/code"))
                .isEqualTo("idempotency_conflict");
    }

    @Test
    void agreesWithItselfAfterARun() {
        admin.configure(org, clinic.key());
        admin.run(org, "full");

        var dashboard = admin.get("/api/v1/dashboard/" + org).json();
        var sync = admin.get("/api/v1/sync/dashboard/" + org).json();
        var status = admin.get("/api/v1/cliniko/status/" + org).json();

        assertThat(dashboard.at("/summary/total_patients")).isEqualTo(sync.at("/patient_stats/total_patients"));
        assertThat(dashboard.at("/summary/active_patients")).isEqualTo(status.at("/active_patients"));
        assertThat(dashboard.at("/recent_activity/0/id")).isEqualTo(sync.at("/last_sync/sync_id"));
        assertThat(dashboard.at("/summary/total_all_appointments").asInt()).isPositive();
        assertThat(dashboard.at("/summary/sync_percentage").asInt()).isEqualTo(100);
        assertThat(status.at("/status").asString()).isEqualTo("connected");
    }

    @Test
    void tellsEveryCallerHowManyRequestsAreLeft() {
        Client.Answer found = admin.get("/api/v1/sync/dashboard/" + org);
        Client.Answer missing = admin.get("/api/v1/sync/status/unknown");

        assertThat(found.headers().firstValue("RateLimit-Policy")).contains("\"default\";q=33333;w=20");
        assertThat(missing.headers().firstValue("RateLimit"))
                .hasValueSatisfying(left -> assertThat(left).matches("\"default\";r=\\d+;t=\\d+"));
    }

    @Test
    void migratesNothingThatIsThereAlready() {
        Client.Answer answer = platform.post("/api/v1/admin/migrate/organization-services", Map.of());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("applied").isEmpty()).isTrue();
        assertThat(answer.at("/schema_version"))
                .isEqualTo(Client.nobody(product).get("/health").at("/checks/migrations/schema_version"));
    }

    @Test
    void cleansUpAcrossOrganizationsAndKeepsWhatIsYoung() {
        admin.configure(org, clinic.key());
        admin.run(org, "active");
        admin.get("/api/v1/patients/" + org + "/active");

        Client.Answer answer = platform.post("/api/v1/admin/database/cleanup?days_old=30", Map.of());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("deleted").toString())
                .isEqualTo("{\"sync_runs\":0,\"sync_events\":0,\"audit_entries\":0,\"idempotency_keys\":0}");
        assertThat(answer.at("/retained/reason")).contains("6 years");
        assertThat(admin.get("/api/v1/cliniko/sync-logs/" + org).at("/total_logs"))
                .isEqualTo("1");
    }

    @Test
    void letsPlatformAdministratorsSeeAnyOrganizationsServices() {
        admin.configure(org, clinic.key());
        Client elsewhere = Client.of(
                        product, new TokenRequest("org_elsewhere", "user_p", "org:member", List.of(), 1, 3600, true))
                .with("x-organization-id", org);

        assertThat(elsewhere.get("/api/v1/admin/organization-services/" + org).at("/services/0/service_config/region"))
                .isEqualTo("uk3");
        assertThat(elsewhere.get("/api/v1/dashboard/" + org).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/dashboard/%s",
                "GET /api/v1/cliniko/status/%s",
                "GET /api/v1/cliniko/sync-logs/%s",
                "GET /api/v1/admin/organization-services/%s",
                "POST /api/v1/cliniko/sync/%s",
                "POST /api/v1/cliniko/sync-all/%s"
            })
    void keepsOrganizationsApart(String route) {
        String[] request = route.formatted(org).split(" ", 2);
        Client stranger = Client.admin(product, "org_stranger");

        assertThat(stranger.send(request[0], request[1], null).at("/code")).isEqualTo("organization_access_denied");
        assertThat(stranger.with("x-organization-id", org)
                        .send(request[0], request[1], null)
                        .at("/code"))
                .isEqualTo("organization_access_denied");
    }
}
