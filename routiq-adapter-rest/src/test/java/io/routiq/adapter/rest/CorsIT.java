package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RestTest
class CorsIT {

    private static final String ORIGIN = "http://localhost:3000";

    private final int port;

    CorsIT(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void answersAPreflightWithoutToken() {
        Answer answer = preflight(ORIGIN, "DELETE", "authorization,x-organization-id,idempotency-key");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET,POST,DELETE,OPTIONS");
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .isEqualTo("authorization, x-organization-id, idempotency-key");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://other.example.test, GET, authorization",
        "http://localhost:3000, PUT, authorization",
        "http://localhost:3000, GET, x-other"
    })
    void refusesOtherPreflightsByAProblem(String origin, String method, String headers) {
        Answer answer = preflight(origin, method, headers);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("permission_denied");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "GET, /api/v1/auth/verify, 401",
        "POST, /, 405",
        "GET, /a//b, 400",
        "GET, /docs/files/nothing.js, 404"
    })
    void sendsItsHeadersWithEveryStatus(String method, String path, int status) {
        Answer answer = Client.stranger(port).with("Origin", ORIGIN).send(method, path, null);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .isEqualTo("Retry-After, ETag, Location, X-Request-Id, RateLimit, RateLimit-Policy");
        assertThat(answer.response().headers().allValues("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a|b HTTP/1.1\r\nHost: localhost\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n",
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/1.1\r\nHost: local host\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n"
            })
    void sendsItsHeadersWithTheContainersRefusalsToo(String head) throws IOException {
        assertThat(asked(head, ORIGIN))
                .startsWith("HTTP/1.1 400")
                .contains("Access-Control-Allow-Origin: " + ORIGIN, "Access-Control-Expose-Headers: Retry-After, ");
        assertThat(asked(head, "http://other.example.test"))
                .startsWith("HTTP/1.1 400")
                .contains("Vary: Origin")
                .doesNotContain("Access-Control-Allow-Origin");
    }

    /** The container stops reading before it gets to the origin. */
    @Test
    void admitsNobodyWhoseOriginCannotBeRead() throws IOException {
        assertThat(asked("GET /?" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n", ORIGIN))
                .startsWith("HTTP/1.1 400")
                .contains("Vary: Origin")
                .doesNotContain("Access-Control-Allow-Origin");
    }

    /** Other clients encode them, browsers do not. */
    @Test
    void takesSignsThatBrowsersLeaveAsTheyAre() throws IOException {
        assertThat(asked("GET /?search=[{a|b^`\\}] HTTP/1.1\r\nHost: localhost\r\n", ORIGIN))
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Origin: " + ORIGIN);
    }

    private String asked(String head, String origin) throws IOException {
        return Client.raw(port, head + "Origin: " + origin + "\r\nConnection: close\r\n\r\n");
    }

    @Test
    void answersOtherOriginsWithoutItsHeaders() {
        Answer answer = Client.stranger(port)
                .with("Origin", "http://other.example.test")
                .get("/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.response().headers().allValues("Vary")).contains("Origin");
    }

    private Answer preflight(String origin, String method, String headers) {
        return Client.stranger(port)
                .with("Origin", origin)
                .with("Access-Control-Request-Method", method)
                .with("Access-Control-Request-Headers", headers)
                .send("OPTIONS", "/api/v1/auth/verify", null);
    }
}
