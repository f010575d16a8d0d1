package io.routiq.bootstrap.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalIdentityProviderTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private LocalIdentityProvider provider;

    @BeforeEach
    void start() throws IOException {
        provider = LocalIdentityProvider.start(
                0,
                "http://localhost:3000",
                () -> now,
                () -> Map.of("api", "http://localhost:8000", "sizes", List.of(1)));
    }

    @AfterEach
    void stop() {
        provider.close();
        client.close();
    }

    @Test
    void makesAnAdministratorOfTheDemoByDefault() throws Exception {
        JWTClaimsSet claims = token("");
        assertThat(claims.getClaims()).containsOnlyKeys("iss", "sub", "sid", "azp", "iat", "nbf", "exp", "v", "o");
        assertThat(claims.getIssuer()).isEqualTo(provider.issuer());
        assertThat(claims.getSubject()).isEqualTo("user_demo");
        assertThat(claims.getStringClaim("sid")).startsWith("sess_");
        assertThat(claims.getStringClaim("azp")).isEqualTo("http://localhost:3000");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(now));
        assertThat(claims.getNotBeforeTime()).isBefore(Date.from(now));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(now.plusSeconds(3600)));
        assertThat(claims.getIntegerClaim("v")).isEqualTo(2);
        assertThat(claims.getJSONObjectClaim("o"))
                .isEqualTo(Map.of("id", "org_demo", "rol", "admin", "slg", "org-demo"));
    }

    @Test
    void packsPermissionsAsVersionTwoDoes() throws Exception {
        JWTClaimsSet claims =
                token("?permissions=org:dashboard:manage,org:dashboard:read,%20org:teams:read&role=org:member");
        assertThat(claims.getStringClaim("fea")).isEqualTo("o:dashboard,o:teams");
        assertThat(claims.getJSONObjectClaim("o"))
                .containsEntry("rol", "member")
                .containsEntry("per", "manage,read")
                .containsEntry("fpm", "3,2");
    }

    @Test
    void laysOutVersionOneFlat() throws Exception {
        JWTClaimsSet claims =
                token("?version=1&organization=org_other&user=user_7&role=org:member&permissions=org:teams:read");
        assertThat(claims.getClaims())
                .doesNotContainKeys("v", "o", "fea")
                .containsEntry("sub", "user_7")
                .containsEntry("org_id", "org_other")
                .containsEntry("org_role", "org:member")
                .containsEntry("org_slug", "org-other")
                .containsEntry("org_permissions", List.of("org:teams:read"));
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void leavesOutTheOrganizationWhenNoneIsActive(int version) throws Exception {
        assertThat(token("?organization=&version=" + version).getClaims())
                .doesNotContainKeys("o", "org_id", "org_role", "org_slug", "org_permissions");
    }

    @Test
    void makesPlatformAdministratorsAndExpiredTokens() throws Exception {
        assertThat(token("?platform_admin=true").getBooleanClaim("platform_admin"))
                .isTrue();
        JWTClaimsSet expired = token("?expires_in=-60");
        assertThat(expired.getExpirationTime()).isEqualTo(Date.from(now.minusSeconds(60)));
        assertThat(expired.getIssueTime()).isBefore(expired.getExpirationTime());
    }

    @Test
    void publishesThePublicHalvesOfItsKeys() throws Exception {
        JWKSet published = JWKSet.parse(get("/.well-known/jwks.json").body());
        assertThat(published.getKeys()).singleElement().satisfies(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.getAlgorithm()).hasToString("RS256");
            assertThat(key.getKeyUse()).hasToString("sig");
        });
        assertSignedBy(published, token());
    }

    @Test
    void keepsTheKeyBeforeThroughOneRotation() throws Exception {
        SignedJWT first = token();
        String second = (String) json(post("/keys/rotate")).get("kid");
        JWKSet published = JWKSet.parse(get("/.well-known/jwks.json").body());
        assertThat(published.getKeys()).extracting(JWK::getKeyID).containsExactly(second, keyOf(first));
        assertSignedBy(published, first);
        assertSignedBy(published, token());

        post("/keys/rotate");
        assertThat(JWKSet.parse(get("/.well-known/jwks.json").body()).getKeys())
                .extracting(JWK::getKeyID)
                .hasSize(2)
                .contains(second)
                .doesNotContain(keyOf(first));
    }

    @Test
    void publishesNoKeysDuringAnOutage() throws Exception {
        assertThat(post("/outage?seconds=30").statusCode()).isEqualTo(200);
        assertThat(get("/.well-known/jwks.json").statusCode()).isEqualTo(503);
        assertThat(post("/token").statusCode()).isEqualTo(200);
        now = now.plusSeconds(30);
        assertThat(get("/.well-known/jwks.json").statusCode()).isEqualTo(200);

        post("/outage?seconds=30");
        post("/outage?seconds=0");
        assertThat(get("/.well-known/jwks.json").statusCode()).isEqualTo(200);
    }

    @Test
    void describesTheSandbox() throws Exception {
        HttpResponse<String> answer = get("/");
        assertThat(json(answer)).isEqualTo(Map.of("api", "http://localhost:8000", "sizes", List.of(1L)));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /token?version=3, 400, version",
        "POST, /token?expires_in=soon, 400, expires_in",
        "POST, /token?expires_in=86401, 400, expires_in",
        "POST, /token?role=admin, 400, role",
        "POST, /token?permissions=read, 400, permissions",
        "POST, /token?user=, 400, user",
        "POST, /token?organization=org%20demo, 400, organization",
        "POST, /token?platform_admin=yes, 400, platform_admin",
        "POST, /token?organisation=org_demo, 400, organization",
        "POST, /outage, 400, seconds",
        "POST, /outage?seconds=-1, 400, seconds",
        "POST, /outage?seconds=99999, 400, seconds",
        "DELETE, /token, 405, GET",
        "GET, /keys/rotate, 405, POST",
        "GET, /nothing, 404, /token",
    })
    void answersBadRequestsInJson(String method, String path, int status, String hint) throws Exception {
        HttpResponse<String> answer = send(method, path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer))
                .containsKey("error")
                .hasEntrySatisfying(
                        "detail", detail -> assertThat(detail).asString().contains(hint));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void letsPagesOfAnyOriginAskForAToken() throws Exception {
        HttpResponse<String> answer = send("OPTIONS", "/token");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).contains("GET, POST, OPTIONS");
    }

    @Test
    void doesNotShareItsPort() {
        int port = provider.jwksUri().getPort();
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> LocalIdentityProvider.start(port, "http://localhost:3000", () -> now, Map::of));
    }

    private static void assertSignedBy(JWKSet published, SignedJWT token) throws JOSEException {
        JWK key = published.getKeyByKeyId(keyOf(token));
        assertThat(key).isNotNull();
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    }

    private static String keyOf(SignedJWT token) {
        return token.getHeader().getKeyID();
    }

    private SignedJWT token() throws Exception {
        return SignedJWT.parse((String) json(post("/token")).get("token"));
    }

    private JWTClaimsSet token(String query) throws Exception {
        return SignedJWT.parse((String) json(get("/token" + query)).get("token"))
                .getJWTClaimsSet();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send("POST", path);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(provider.issuer() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, Object> json(HttpResponse<String> answer) throws ParseException {
        return JSONObjectUtils.parse(answer.body());
    }
}
