package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.StorageUnavailable;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever gives up, the answer has one shape. */
@RestTest
class ProblemIT {

    private static final String CONFIGURE = "/api/v1/cliniko/configure/org_p";
    private static final String ACTIVE = "/api/v1/patients/org_p/active";

    private final int port;
    private final BreakablePatients patients;

    ProblemIT(@LocalServerPort int port, @Autowired BreakablePatients patients) {
        this.port = port;
        this.patients = patients;
    }

    @Test
    void hasAllMembersAndNoMore() {
        Answer answer =
                Client.member(port, "org_p").with("X-Request-Id", "abc-1").get("/api/v1/nothing?search=Avery");
        assertProblem(answer, 404, "not_found");
        assertThat(answer.body().propertyNames())
                .containsExactly(
                        "error", "detail", "timestamp", "type", "title", "status", "instance", "code", "request_id");
        assertThat(answer.body().path("instance").asString()).isEqualTo("/api/v1/nothing");
        assertThat(answer.body().path("request_id").asString()).isEqualTo("abc-1");
        assertThat(answer.header("X-Request-Id")).isEqualTo("abc-1");
        assertThat(answer.body().path("type").asString()).isEqualTo("urn:routiq:problem:not_found");
        assertThat(answer.body().path("timestamp").asString()).isEqualTo("2025-01-15T10:30:00.123456Z");
    }

    @Test
    void isJsonEvenForABrowser() {
        Answer answer = Client.member(port, "org_p").with("Accept", "text/html").get("/api/v1/nothing");
        assertProblem(answer, 404, "not_found");
    }

    @Test
    void findsNothingAtTheErrorPageItself() {
        assertProblem(Client.stranger(port).get("/error"), 404, "not_found");
    }

    @Test
    void listsTheMethodsOfARoute() {
        Answer answer = Client.member(port, "org_p").send("PUT", CONFIGURE, "{}");
        assertProblem(answer, 405, "method_not_allowed");
        assertThat(answer.header("Allow")).isEqualTo("DELETE, GET, POST");
    }

    @Test
    void answersTheContainersOwnRefusalsToo() {
        Answer answer = Client.stranger(port).send("TRACE", "/", null);
        assertProblem(answer, 405, "method_not_allowed");
    }

    @Test
    void refusesMediaTypesThatItCannotMake() {
        assertProblem(
                Client.member(port, "org_p").with("Accept", "application/xml").get(ACTIVE), 406, "not_acceptable");
        assertProblem(Client.stranger(port).with("Accept", "image/png").get("/"), 406, "not_acceptable");
    }

    @Test
    void doesNothingWhenTheAnswerIsNotWanted() {
        Client admin = Client.admin(port, "org_p406");
        String path = "/api/v1/cliniko/configure/org_p406";
        assertProblem(
                admin.with("Accept", "text/csv").post(path, "{\"api_key\": \"made-up-1234-au9\"}"),
                406,
                "not_acceptable");
        assertThat(admin.get(path).body().path("status").asString()).isEqualTo("not_configured");
    }

    @Test
    void refusesMediaTypesThatItCannotRead() {
        Answer answer = Client.admin(port, "org_p")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .post(CONFIGURE, "api_key=1");
        assertProblem(answer, 415, "unsupported_media_type");
        assertThat(answer.header("Accept")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "null", "[]", "7", "\"text\"", "{\"api_key\": }", "{} {"})
    void refusesBodiesThatAreNoJsonObject(String body) {
        assertProblem(Client.admin(port, "org_p").post(CONFIGURE, body), 400, "malformed_request");
    }

    @Test
    void refusesBodiesThatAreTooDeep() {
        String deep = "{\"data_types\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        Answer answer = Client.admin(port, "org_p").post(CONFIGURE, deep);
        assertThat(answer.status()).isIn(400, 422);
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        String large = "{\"api_key\": \"" + "a".repeat(1_100_000) + "\"}";
        assertProblem(Client.admin(port, "org_p").post(CONFIGURE, large), 413, "payload_too_large");
    }

    @Test
    void saysWhichMembersHaveTheWrongType() {
        Answer answer = Client.admin(port, "org_p").post(CONFIGURE, "{\"data_types\": {\"patients\": \"perhaps\"}}");
        assertProblem(answer, 422, "validation_failed");
        assertThat(answer.body().path("errors").path(0).toString())
                .isEqualTo("{\"field\":\"data_types.patients\",\"message\":\"must be true or false\","
                        + "\"rejected_value\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a//b", "/api/v1/x;y=1", "/api/%2e%2e/x", "/api/v1/%00", "/a%0d%0ab"})
    void refusesSuspiciousAddresses(String path) {
        assertProblem(Client.member(port, "org_p").get(path), 400, "malformed_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a|b<> HTTP/1.1\r\nHost: localhost\r\n",
                "NONSENSE\r\n",
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n"
            })
    void answersBrokenRequestsBeforeAnyFilter(String head) throws IOException {
        String answer = Client.raw(port, head + "Connection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json", "\"code\":\"malformed_request\"", "X-Request-Id: ")
                .doesNotContain("Tomcat", "<html");
    }

    @Test
    void keepsOurMistakesToOurselves() {
        patients.failNext(new IllegalStateException("select name from patient at db.example.test"));
        Answer answer = Client.member(port, "org_p").get(ACTIVE);
        assertProblem(answer, 500, "internal_error");
        assertThat(answer.text()).doesNotContain("select", "db.example.test", "IllegalState", "io.routiq");
    }

    @Test
    void saysWhenToTryAgainWhileTheDatabaseIsAway() {
        patients.failNext(new StorageUnavailable(new IOException("db.example.test")));
        Answer answer = Client.member(port, "org_p").get(ACTIVE);
        assertProblem(answer, 503, "service_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.text()).doesNotContain("db.example.test");
    }

    @Test
    void makesItsOwnRequestIdForAnInsaneOne() {
        Answer answer =
                Client.stranger(port).with("X-Request-Id", "a b\"<script>").get("/health");
        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
    }

    @Test
    void protectsEveryAnswer() {
        Answer answer = Client.stranger(port).get("/api/v1/nothing");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("detail").asString()).isNotBlank();
        assertThat(answer.header("X-Request-Id"))
                .isEqualTo(answer.body().path("request_id").asString())
                .isNotEmpty();
    }
}
