package io.routiq.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.cliniko.simulator.Fault;
import io.routiq.adapter.cliniko.simulator.FaultKind;
import io.routiq.bootstrap.sandbox.Clinic;
import io.routiq.bootstrap.sandbox.Product;
import io.routiq.bootstrap.sandbox.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong is told, ends, and leaves nothing behind. Each test has an organization of its own. */
@ExtendWith(RunningProduct.class)
class TroubleIT {

    private static int organizations;

    private final Product product;
    private final String org;
    private final Client admin;
    private final Clinic clinic;

    TroubleIT(Product product, TestInfo test) {
        this.product = product;
        this.org = "org_trouble_" + organizations++;
        this.admin = Client.admin(product, org);
        this.clinic = Clinic.open(product.simulator(), org, test.getDisplayName(), "uk2", new Clinic.Size(40, 200, 3));
    }

    @BeforeEach
    @AfterEach
    void calm() {
        product.simulator().faults().clear();
        product.simulator().latency(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"made-up-and-never-issued-uk2", "MS0xNOBODY-zz9"})
    void storesNothingOfAWrongKey(String key) {
        Client.Answer answer = admin.configure(org, key);

        assertThat(answer.status()).as(answer.text()).isIn(422, 503);
        assertThat(answer.text()).doesNotContain(key);
        assertThat(admin.get("/api/v1/cliniko/configure/" + org).at("/status")).isEqualTo("not_configured");
    }

    @ParameterizedTest
    @ValueSource(strings = {"line\\nbreak-au1", "", "   ", "-", "k\u00e9y-au1"})
    void refusesTextThatIsNoKey(String key) {
        Client.Answer answer = admin.configure(org, key.replace("\\n", "\n"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("/code")).isEqualTo("validation_failed");
        assertThat(answer.at("/errors/0/field")).isEqualTo("api_key");
    }

    @Test
    void refusesAKeyOfTenThousandCharacters() {
        assertThat(admin.configure(org, "k".repeat(10_000) + "-au1").status()).isEqualTo(422);
    }

    @Test
    void endsARunWhoseKeyWasRevoked() {
        admin.configure(org, clinic.key());
        clinic.account().revokeKey(clinic.key());

        Client.Answer run = admin.run(org, "full");

        assertThat(run.at("/status")).isEqualTo("failed");
        assertThat(run.at("/failure/code")).isEqualTo("credentials_rejected");
        assertThat(admin.get("/api/v1/sync/dashboard/" + org).at("/connection/status"))
                .isEqualTo("action_required");
        assertThat(admin.get("/api/v1/cliniko/test-connection/" + org).at("/code"))
                .isEqualTo("key_rejected");
    }

    @Test
    void endsARunThatIsAnsweredWithAPage() {
        admin.configure(org, clinic.key());
        product.simulator().faults().add(Fault.of(FaultKind.HTML).on("/patients"));

        Client.Answer run = admin.run(org, "full");

        assertThat(run.at("/status")).isEqualTo("failed");
        assertThat(run.at("/failure/code")).isEqualTo("unexpected_answer");
    }

    @Test
    void saysThatClinikoIsDown() {
        admin.configure(org, clinic.key());
        product.simulator().faults().add(Fault.status(503));

        Client.Answer test = admin.get("/api/v1/cliniko/test-connection/" + org);

        assertThat(test.status()).isEqualTo(200);
        assertThat(test.json().path("success").asBoolean()).isFalse();
        assertThat(test.at("/code")).isEqualTo("unreachable");
    }

    @Test
    void saysThatNothingIsConfigured() {
        assertThat(admin.get("/api/v1/cliniko/test-connection/" + org).at("/code"))
                .isEqualTo("not_configured");
        Client.Answer start = admin.post("/api/v1/sync/start/" + org, Map.of());
        assertThat(start.status()).isEqualTo(409);
        assertThat(start.at("/code")).isEqualTo("not_configured");
    }

    @Test
    void refusesASecondRunAndCancelsTheFirst() {
        admin.configure(org, clinic.key());
        product.simulator().latency(Duration.ofSeconds(20));
        String first = admin.start(org, "full");

        Client.Answer second = admin.post("/api/v1/sync/start/" + org, Map.of());
        Client.Answer cancelled = admin.delete("/api/v1/sync/cancel/" + first);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/error")).isEqualTo("Sync in progress");
        assertThat(second.at("/sync_id")).isEqualTo(first);
        assertThat(cancelled.at("/status")).isEqualTo("cancelled");
        product.simulator().latency(Duration.ZERO);
        assertThat(admin.run(org, "active").at("/status")).isEqualTo("completed");
    }

    @Test
    void goesOnAfterBeingToldToWait() {
        clinic.account().requestsPerMinute(100_000);
        admin.configure(org, clinic.key());
        product.simulator().faults().add(Fault.status(429).on("/patients").times(1));
        String id = admin.start(org, "full");

        Client.Answer status = admin.get("/api/v1/sync/status/" + id);

        assertThat(status.at("/status")).isIn("starting", "running", "completed");
        assertThat(admin.delete("/api/v1/sync/cancel/" + id).at("/status")).isIn("cancelled", "completed");
    }

    @Test
    void keepsOrganizationsApart() {
        admin.configure(org, clinic.key());
        String id = admin.start(org, "active");
        admin.ended(id);
        Client stranger = Client.admin(product, "org_stranger");

        Client.Answer foreign = stranger.get("/api/v1/patients/" + org + "/active");
        Client.Answer missing = stranger.get("/api/v1/patients/org_nobody/active");
        Client.Answer run = stranger.get("/api/v1/sync/status/" + id);
        Client.Answer noRun = stranger.get("/api/v1/sync/status/" + id.replace(org, "org_nobody"));

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(sameButFor(foreign, org)).isEqualTo(sameButFor(missing, "org_nobody"));
        assertThat(run.status()).isEqualTo(404);
        assertThat(sameButFor(run, id)).isEqualTo(sameButFor(noRun, id.replace(org, "org_nobody")));
        assertThat(stranger.get("/api/v1/patients/org_stranger/active")
                        .json()
                        .path("total_count")
                        .asInt())
                .isZero();
    }

    @Test
    void letsOnlyAdministratorsConfigure() {
        Client member = Client.member(product, org);

        assertThat(member.configure(org, clinic.key()).at("/code")).isEqualTo("permission_denied");
        assertThat(member.get("/api/v1/sync/dashboard/" + org).status()).isEqualTo(200);
    }

    @Test
    void checksTokenThenHeaderThenOrganizationThenValues() {
        String path = "/api/v1/patients/" + org + "/active?limit=0";
        assertThat(Client.nobody(product).get(path).status()).isEqualTo(401);
        assertThat(admin.with("Authorization", "Bearer null").get(path).at("/code"))
                .isEqualTo("unauthenticated");
        assertThat(expired().get(path).at("/code")).isEqualTo("token_expired");
        assertThat(admin.with("x-organization-id", null).get(path).at("/code")).isEqualTo("missing_header");
        assertThat(admin.with("x-organization-id", "org_x").get(path).at("/code"))
                .isEqualTo("organization_access_denied");
        assertThat(admin.get(path).at("/code")).isEqualTo("validation_failed");
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(admin.with("Content-Type", "application/json")
                        .send("POST", "/api/v1/cliniko/configure/" + org, "not json")
                        .at("/code"))
                .isEqualTo("malformed_request");
        assertThat(admin.post("/api/v1/sync/start/" + org + "?sync_mode=sideways", Map.of())
                        .status())
                .isEqualTo(422);
        assertThat(admin.get("/api/v1/nothing/here").at("/code")).isEqualTo("not_found");
        assertThat(admin.send("PUT", "/api/v1/sync/start/" + org, null).at("/code"))
                .isEqualTo("method_not_allowed");
    }

    @Test
    void isOpenWhereItSaysSo() {
        Client anybody = Client.nobody(product);

        assertThat(anybody.get("/").at("/version")).isEqualTo("2.0.0");
        assertThat(anybody.get("/health").at("/status")).isEqualTo("healthy");
        assertThat(anybody.get("/openapi.json").at("/openapi")).startsWith("3.1");
        assertThat(List.of("/docs", "/redoc"))
                .allSatisfy(page -> assertThat(anybody.get(page).status()).isIn(200, 302));
    }

    private Client expired() {
        return Client.of(product, new TokenRequest(org, "user_late", "org:admin", List.of(), 2, -60, false));
    }

    /** Without what differs in every answer, and with the id that was asked for made the same. */
    private static String sameButFor(Client.Answer answer, String id) {
        return answer.text().replace(id, "ID").replaceAll("\"(timestamp|request_id)\":\"[^\"]*\"", "");
    }
}
