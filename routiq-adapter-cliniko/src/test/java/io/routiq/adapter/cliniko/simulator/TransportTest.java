package io.routiq.adapter.cliniko.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransportTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");

    private final ClinikoSimulator simulator = ClinikoSimulator.start(0, SimulatorClock.frozenAt(NOW));
    private final SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
    private final ApiClient client = new ApiClient(simulator.baseOf("au2"), clinic.issueKey());

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void compressesForThoseWhoAskAsSwitched() {
        SimulatedPractice.seed(clinic, 60, 0, 5, NOW);
        var request =
                client.request("/patients").header("Accept-Encoding", "gzip").build();
        HttpResponse<String> compressed = ApiClient.send(request);
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isLessThan(client.get("/patients").body().length() / 4);
        assertThat(compressed.headers().firstValue("X-Request-Id")).isPresent();

        simulator.switches().set(Switch.COMPRESSION, Choice.IGNORED);
        assertThat(ApiClient.send(request).body()).startsWith("{");
    }

    @Test
    void takesBodiesInChunks() {
        byte[] json = "{\"first_name\": \"Zo\u00eb\", \"last_name\": \"Testwick\"}".getBytes(UTF_8);
        HttpRequest request = client.request("/patients")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json)))
                .build();

        assertThat(ApiClient.send(request).statusCode()).isEqualTo(201);
        assertThat(client.rows("/patients").path(0).path("first_name").asString())
                .isEqualTo("Zo\u00eb");
    }

    @Test
    void answersHeadWithoutABody() {
        HttpRequest request = client.request("/patients")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(ApiClient.send(request).body()).isEmpty();
        assertThat(client.get("/patients").body()).isNotEmpty();
    }

    @Test
    void admitsThatItFailedItself() {
        simulator.script().before(1, RequestMatch.path("/user"), () -> {
            throw new IllegalStateException("a mistake in a script");
        });

        HttpResponse<String> failed = client.get("/user");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).contains("a mistake in a script");
    }
}
