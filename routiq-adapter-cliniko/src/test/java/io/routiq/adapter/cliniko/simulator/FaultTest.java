package io.routiq.adapter.cliniko.simulator;

import static io.routiq.adapter.cliniko.simulator.ApiClient.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class FaultTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");

    private final ClinikoSimulator simulator = ClinikoSimulator.start(0, SimulatorClock.frozenAt(NOW));
    private final SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
    private final ApiClient client = new ApiClient(simulator.baseOf("au2"), clinic.issueKey());

    @BeforeEach
    void seed() {
        SimulatedPractice.seed(clinic, 120, 0, 3, NOW);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 502, 503, 504})
    void answersPagesInsteadOfRecords(int status) {
        simulator.faults().add(Fault.status(status));

        HttpResponse<String> response = client.get("/patients");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    }

    @Test
    void answersRefusalsAsClinikoDoes() {
        simulator
                .faults()
                .add(Fault.status(401).times(1))
                .add(Fault.status(403).times(1))
                .add(Fault.status(429).times(1))
                .add(Fault.of(FaultKind.REDIRECT).times(1));

        assertThat(client.get("/patients").body().strip()).isEqualTo("HTTP Basic: Access denied.");
        HttpResponse<String> forbidden = client.get("/patients");
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.body()).isEmpty();
        HttpResponse<String> storm = client.get("/patients");
        assertThat(storm.statusCode()).isEqualTo(429);
        assertThat(storm.headers().firstValue("X-RateLimit-Reset")).isPresent();
        HttpResponse<String> moved = client.get("/patients");
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location").orElseThrow()).startsWith("https://collector.");
        assertThat(client.get("/patients").statusCode()).isEqualTo(200);
    }

    @Test
    void strikesWhereWhenAndAsOftenAsTold() {
        simulator.faults().add(Fault.status(503).on("/patients").from(2).times(2));

        assertThat(client.get("/patients").statusCode()).isEqualTo(200);
        assertThat(client.get("/user").statusCode()).isEqualTo(200);
        assertThat(client.get("/patients").statusCode()).isEqualTo(503);
        assertThat(client.get("/patients").statusCode()).isEqualTo(503);
        assertThat(client.get("/patients").statusCode()).isEqualTo(200);
    }

    @Test
    void strikesSomeOfManyByProbability() {
        simulator.faults().add(Fault.status(503).probability(0.5));

        int struck = 0;
        for (int made = 0; made < 60; made++) {
            struck += client.get("/user").statusCode() == 503 ? 1 : 0;
        }
        assertThat(struck).isBetween(15, 45);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "RESPONSE_LOST", "CUT_SHORT"})
    void breaksTheConnection(FaultKind kind) {
        // The JDK's client silently repeats a GET whose reused connection was closed: one fault would not show.
        simulator.faults().add(Fault.of(kind).on("/patients"));

        assertThatThrownBy(() -> client.get("/patients")).isInstanceOf(UncheckedIOException.class);
        simulator.faults().clear();
        assertThat(client.get("/patients").statusCode()).isEqualTo(200);
    }

    @Test
    void losesTheAnswerOfAWriteThatHappened() {
        simulator.faults().add(Fault.of(FaultKind.RESPONSE_LOST).times(1));

        assertThatThrownBy(
                        () -> client.write("POST", "/patients", "{\"first_name\":\"Una\",\"last_name\":\"Testwick\"}"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(client.ids("/patients?" + terms("last_name:=Testwick", "created_at:>=" + NOW)))
                .hasSize(1);
    }

    @Test
    void doesNothingBeforeAReset() {
        simulator.faults().add(Fault.of(FaultKind.RESET).times(1));

        assertThatThrownBy(
                        () -> client.write("POST", "/patients", "{\"first_name\":\"Una\",\"last_name\":\"Testwick\"}"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(client.ids("/patients?" + terms("created_at:>=" + NOW))).isEmpty();
    }

    @Test
    void truncatesJson() {
        simulator.faults().add(Fault.of(FaultKind.TRUNCATED_JSON));

        HttpResponse<String> response = client.get("/patients");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> Answers.JSON.readTree(response.body())).isInstanceOf(JacksonException.class);
    }

    @Test
    void liesAboutTheContent() {
        simulator
                .faults()
                .add(Fault.of(FaultKind.HTML).times(1))
                .add(Fault.of(FaultKind.WRONG_CONTENT_TYPE).times(1))
                .add(Fault.of(FaultKind.BROKEN_GZIP).times(1));

        HttpResponse<String> page = client.get("/patients");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith("<!DOCTYPE html>");
        assertThat(client.get("/patients").headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        HttpResponse<String> broken = client.get("/patients");
        assertThat(broken.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(broken.body()).startsWith("{");
    }

    @Test
    void liesAboutRowsAndTotals() {
        JsonNode honest = client.json("/patients");
        simulator
                .faults()
                .add(Fault.of(FaultKind.WRONG_TOTAL).times(1))
                .add(Fault.of(FaultKind.DUPLICATED_ROW).times(1))
                .add(Fault.of(FaultKind.MISSING_ROW).times(1))
                .add(Fault.of(FaultKind.EMPTY_PAGE).times(1));

        assertThat(client.json("/patients").path("total_entries").asInt())
                .isEqualTo(honest.path("total_entries").asInt() + 7);
        String first = honest.path("patients").path(0).path("id").asString();
        assertThat(client.ids("/patients")).hasSize(50).startsWith(first, first);
        assertThat(client.ids("/patients")).hasSize(49);
        JsonNode empty = client.json("/patients");
        assertThat(empty.path("patients").isEmpty()).isTrue();
        assertThat(empty.path("total_entries").asInt()).isZero();
        assertThat(empty.path("links").has("next")).isFalse();
    }

    @Test
    void pointsNextWhereItMustNot() {
        simulator
                .faults()
                .add(Fault.of(FaultKind.LOOPING_NEXT).times(1))
                .add(Fault.of(FaultKind.HOSTILE_NEXT).times(1));

        JsonNode looping = client.json("/patients?page=2").path("links");
        assertThat(looping.path("next")).isEqualTo(looping.path("self"));
        assertThat(client.json("/patients").path("links").path("next").asString())
                .startsWith("https://collector.example.test/");
    }

    @Test
    void ignoresFiltersSilently() {
        simulator.faults().add(Fault.of(FaultKind.IGNORED_FILTER).times(1));
        String filtered = "/patients?per_page=100&" + terms("created_at:>=2030-01-01T00:00:00Z");

        assertThat(client.ids(filtered)).hasSize(100);
        assertThat(client.ids(filtered)).isEmpty();
    }

    @Test
    void writesOffsetsInsteadOfUtc() {
        JsonNode honest = client.rows("/patients").path(0);
        simulator.faults().add(Fault.of(FaultKind.OFFSET_TIMESTAMPS));

        String offset = client.rows("/patients").path(0).path("created_at").asString();
        assertThat(offset).endsWith("+10:00");
        assertThat(OffsetDateTime.parse(offset).toInstant())
                .isEqualTo(Instant.parse(honest.path("created_at").asString()));
    }

    @Test
    void writesValuesOfTheWrongType() {
        simulator.faults().add(Fault.of(FaultKind.WRONG_TYPES));

        JsonNode rows = client.rows("/patients");
        assertThat(rows.path(0).path("id").asString()).hasSize(25);
        assertThat(rows.path(0).path("starts_at").isInt()).isTrue();
        assertThat(rows.path(1).path("id").asString()).hasSizeLessThan(20);
    }

    @Test
    void takesItsTime() {
        List<String> honest = client.ids("/patients");
        simulator
                .faults()
                .add(Fault.of(FaultKind.DRIP).pausing(Duration.ofNanos(1)).times(1))
                .add(Fault.of(FaultKind.HANG).pausing(Duration.ofMillis(30)).times(1));

        assertThat(client.ids("/patients")).isEqualTo(honest);
        long before = System.nanoTime();
        assertThat(client.ids("/patients")).isEqualTo(honest);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void addsLatencyToEveryAnswer() {
        simulator.latency(Duration.ofMillis(30));

        long before = System.nanoTime();
        client.get("/user");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }
}
