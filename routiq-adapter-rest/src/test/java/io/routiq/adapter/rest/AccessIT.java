package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The order of checks: token, header, organization, role, values. */
@RestTest
class AccessIT {

    private static final String DASHBOARD = "/api/v1/sync/dashboard/org_1";
    private static final String CONFIGURE = "/api/v1/cliniko/configure/org_1";

    private final int port;

    AccessIT(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer null",
                "Bearer",
                "Bearer ",
                "Bearer a.b.c",
                "bearer undefined",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c2VyXzEifQ.",
                "Basic dXNlcjpwYXNz",
                "nonsense"
            })
    void asksForAnotherTokenByA401(String authorization) {
        Answer answer =
                Client.stranger(port).with("Authorization", authorization).get(DASHBOARD);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void saysWhenATokenIsMissing() {
        Answer answer = Client.stranger(port).get(DASHBOARD);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"routiq\"");
        assertThat(answer.body().path("error").asString()).isEqualTo("Authentication failed");
    }

    @Test
    void tellsAnExpiredTokenApart() {
        Date past = Date.from(TestApplication.NOW.minus(Duration.ofMinutes(1)));
        String token = Tokens.of(Map.of("sub", "user_1", "org_id", "org_1", "exp", past));
        Answer answer = Client.stranger(port).token(token).get(DASHBOARD);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("token_expired");
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void refusesATokenOfAnotherSigner() {
        String token = Tokens.signed(Map.of("sub", "user_1", "org_id", "org_1"), Tokens.newKey());
        assertThat(Client.stranger(port).token(token).get(DASHBOARD).code()).isEqualTo("unauthenticated");
    }

    @Test
    void takesAnOutageOfTheProviderForNoBadToken() {
        Answer answer = Client.stranger(port).token("outage").get(DASHBOARD);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("service_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.text()).doesNotContain("identity.example.test");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void answersOddClaimsBy401Or403(Map<String, Object> claims) {
        Answer answer = Client.stranger(port)
                .token(Tokens.of(claims))
                .organization("org_1")
                .get(DASHBOARD);
        assertThat(answer.status()).isIn(401, 403);
    }

    static List<Map<String, Object>> odd() {
        return List.of(
                Map.of("org_id", "org_1"),
                Map.of("sub", "", "org_id", "org_1"),
                Map.of("sub", List.of("user_1"), "org_id", "org_1"),
                Map.of("sub", "user_1"),
                Map.of("sub", "user_1", "org_id", 1),
                Map.of("sub", "user_1", "org_id", List.of("org_1")),
                Map.of("sub", "user_1", "scope", List.of(1, 2), "scp", Map.of("a", 1)),
                Map.of("sub", "user_1", "o", "org_1"),
                Map.of("sub", "user_1", "o", Map.of("rol", "admin")),
                Map.of("sub", "user_1", "exp", "soon", "org_id", "org_1"));
    }

    @Test
    void asksForTheHeaderBeforeAnythingElse() {
        Answer answer = Client.stranger(port)
                .token(Tokens.member("org_2"))
                .with("Content-Type", "text/plain")
                .post(CONFIGURE, "nonsense");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("missing_header");
    }

    @Test
    void comparesOrganizationsBeforeTheRole() {
        Answer answer = Client.member(port, "org_2").post(CONFIGURE, "nonsense");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("organization_access_denied");
    }

    @Test
    void looksAtTheRoleBeforeTheValues() {
        Answer answer = Client.member(port, "org_1").post(CONFIGURE, "nonsense");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("permission_denied");
    }

    @Test
    void looksAtTheValuesLast() {
        Answer answer = Client.admin(port, "org_1").post(CONFIGURE, "{\"sync_interval_minutes\": 1}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("validation_failed");
    }

    @Test
    void namesTheOrganizationThatDiffers() {
        String token = Tokens.member("org_1");
        Client client = Client.stranger(port).token(token);
        assertDenied(client.organization("org_1").get("/api/v1/sync/dashboard/org_2"), "org_2");
        assertDenied(client.organization("org_2").get("/api/v1/sync/dashboard/org_1"), "org_2");
        assertDenied(client.organization("org_2").get("/api/v1/sync/dashboard/org_2"), "org_2");
        assertDenied(client.organization("org_2").get("/api/v1/auth/verify"), "org_2");
        assertDenied(client.organization("org_1").get("/api/v1/sync/dashboard/o%3Cb%3E"), "o?b?");
    }

    @Test
    void deniesATokenWithoutActiveOrganization() {
        Client client = Client.stranger(port).token(Tokens.of(Map.of("sub", "user_1")));
        assertDenied(client.organization("org_1").get(DASHBOARD), "org_1");
    }

    @Test
    void deniesAnOrganizationIdOfAnOddShape() {
        Client client = Client.stranger(port).token(Tokens.member("org 1"));
        assertDenied(client.organization("org 1").get("/api/v1/auth/verify"), "org?1");
    }

    private static void assertDenied(Answer answer, String named) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("organization_access_denied");
        assertThat(answer.body().path("error").asString()).isEqualTo("Organization not found");
        assertThat(answer.body().path("detail").asString())
                .isEqualTo("Organization '" + named + "' does not exist or access denied");
    }

    @Test
    void saysThatAnOrganizationCanBeReached() {
        Answer answer = Client.member(port, "org_1").get("/api/v1/auth/organization/org_1/access");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("organization_id").asString()).isEqualTo("org_1");
        assertThat(answer.body().path("access_granted").asBoolean()).isTrue();
        assertThat(answer.body().path("message").asString()).isNotBlank();
        assertDenied(Client.member(port, "org_1").get("/api/v1/auth/organization/org_2/access"), "org_2");
    }

    @Test
    void readsBothVersionsOfClaims() {
        String token = Tokens.of(Map.of(
                "sub",
                "user_9",
                "v",
                2,
                "fea",
                "o:sync",
                "o",
                Map.of("id", "org_1", "rol", "admin", "per", "start", "fpm", "1")));
        Answer answer = Client.stranger(port).token(token).organization("org_1").post("/api/v1/auth/verify");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("role").asString()).isEqualTo("org:admin");
        assertThat(answer.body().path("permissions").path(0).asString()).isEqualTo("org:sync:start");
        assertThat(answer.body().path("session_expires_at").asString()).isEqualTo("2025-01-15T10:31:00Z");
        assertThat(answer.body().path("user_id").asString()).isEqualTo("user_9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/openapi.json", "/docs", "/redoc"})
    void leavesOpenAddressesOpenWhateverTheToken(String path) {
        assertThat(Client.stranger(port).get(path).status()).isEqualTo(200);
        assertThat(Client.stranger(port).token("broken").get(path).status()).isEqualTo(200);
    }

    @Test
    void hidesFromStrangersWhichRoutesExist() {
        assertThat(Client.stranger(port).get("/api/v1/nothing").status()).isEqualTo(401);
        assertThat(Client.stranger(port).get("/actuator/env").status()).isEqualTo(401);
    }
}
