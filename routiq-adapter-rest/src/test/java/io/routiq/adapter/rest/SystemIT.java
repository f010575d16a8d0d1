package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.health.HealthProbe.Finding;
import io.routiq.application.health.HealthProbe.State;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RestTest
class SystemIT {

    private static final String ENVELOPE = "application/vnd.routiq.envelope+json";

    private final int port;
    private final SettableProbe probe;

    SystemIT(@LocalServerPort int port, @Autowired SettableProbe probe) {
        this.port = port;
        this.probe = probe;
    }

    @AfterEach
    void recover() {
        probe.finds(new Finding(State.HEALTHY, Map.of("latency_ms", 2)));
    }

    @Test
    void welcomes() {
        JsonNode body = Client.stranger(port).get("/").body();
        assertThat(body.propertyNames())
                .containsExactly(
                        "message",
                        "version",
                        "status",
                        "docs",
                        "redoc",
                        "openapi",
                        "health",
                        "documentation",
                        "quick_links",
                        "success",
                        "timestamp");
        assertThat(body.path("status").asString()).isEqualTo("healthy");
        assertThat(body.path("documentation").path("openapi_spec").asString()).isEqualTo("/openapi.json");
    }

    @ParameterizedTest
    @CsvSource({"HEALTHY, 200, true", "DEGRADED, 200, true", "UNHEALTHY, 503, false"})
    void tellsHowItIs(State state, int status, boolean success) {
        probe.finds(new Finding(state, Map.of("latency_ms", 7, "as_of", Instant.EPOCH)));
        Answer answer = Client.stranger(port).get("/health");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        JsonNode body = answer.body();
        assertThat(body.path("status").asString()).isEqualTo(state.code());
        assertThat(body.path("success").asBoolean()).isEqualTo(success);
        assertThat(body.path("environment").toString())
                .isEqualTo("{\"name\":\"test\",\"authentication_configured\":true,"
                        + "\"database_configured\":true,\"encryption_configured\":false}");
        JsonNode database = body.path("checks").path("database");
        assertThat(database.path("status").asString()).isEqualTo(state.code());
        assertThat(database.path("latency_ms").asInt()).isEqualTo(7);
        assertThat(database.path("as_of").asString()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void showsNullForWhatAPartDidNotTell() {
        probe.finds(new Finding(State.UNHEALTHY, Map.of()));
        JsonNode database =
                Client.stranger(port).get("/health").body().path("checks").path("database");
        assertThat(database.toString()).isEqualTo("{\"status\":\"unhealthy\",\"latency_ms\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health",
                "/api/v1/auth/verify",
                "/api/v1/cliniko/configure/org_e",
                "/api/v1/cliniko/test-connection/org_e",
                "/api/v1/sync/dashboard/org_e",
                "/api/v1/sync/history/org_e",
                "/api/v1/patients/org_e/active"
            })
    void wrapsTheSamePayloadForWhoAsks(String path) {
        Client member = Client.member(port, "org_e");
        Answer flat = member.get(path);
        Answer wrapped = member.with("Accept", ENVELOPE).get(path);
        assertThat(flat.header("Content-Type")).isEqualTo("application/json");
        assertThat(wrapped.header("Content-Type")).isEqualTo(ENVELOPE);
        assertThat(wrapped.body().propertyNames()).containsExactly("success", "data", "timestamp");
        String payload = wrapped.body().path("data").toString();
        assertThat(flat.text())
                .isEqualTo(payload.substring(0, payload.length() - 1)
                        + ",\"success\":" + wrapped.body().path("success")
                        + ",\"timestamp\":\"2025-01-15T10:30:00.123456Z\"}");
    }

    @Test
    void answersHeadAsGetWithoutBody() {
        Answer answer = Client.stranger(port).send("HEAD", "/health", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
    }
}
