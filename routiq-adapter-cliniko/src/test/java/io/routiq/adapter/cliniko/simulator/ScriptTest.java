package io.routiq.adapter.cliniko.simulator;

import static io.routiq.adapter.cliniko.simulator.ApiClient.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");

    private final SimulatorClock clock = SimulatorClock.frozenAt(NOW);
    private final ClinikoSimulator simulator = ClinikoSimulator.start(0, clock);
    private final SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
    private final ApiClient client = new ApiClient(simulator.baseOf("au2"), clinic.issueKey());
    private final PatientBook patients = clinic.practice().patients();

    @BeforeEach
    void seed() {
        SimulatedPractice.seed(clinic, 250, 0, 3, NOW);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void losesARowToAClientThatTrustsPageNumbers() {
        List<String> before = ids(patients.ids());
        String first = client.ids("/patients").getFirst();
        simulator.script().after(1, RequestMatch.path("/patients"), () -> patients.archive(Long.parseLong(first)));

        List<String> seen = client.allIds("/patients?per_page=100", "patients");

        List<String> visible = client.allIds("/patients?per_page=100", "patients");
        assertThat(visible).hasSizeLessThan(before.size());
        assertThat(seen).doesNotContainSequence(visible);
        assertThat(visible).anyMatch(id -> !seen.contains(id));
    }

    @Test
    void losesNothingToAClientThatGoesByIds() {
        simulator
                .script()
                .after(1, RequestMatch.path("/patients"), () -> patients.touchMany(200))
                .before(
                        2,
                        RequestMatch.path("/patients"),
                        () -> patients.delete(patients.ids().getFirst()));

        List<String> seen = new ArrayList<>();
        List<String> page = client.ids("/patients?per_page=100&sort=id&" + terms("id:>0", "archived_at:*"));
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = client.ids("/patients?per_page=100&sort=id&" + terms("id:>" + page.getLast(), "archived_at:*"));
        }

        assertThat(seen).hasSize(250).doesNotHaveDuplicates().containsAll(ids(patients.ids()));
    }

    @Test
    void countsOnlyMatchingRequests() {
        List<String> ran = new ArrayList<>();
        simulator
                .script()
                .before(2, RequestMatch.path("/patients*").method("GET").account("Clinic"), () -> ran.add("second"))
                .after(1, RequestMatch.any().term("updated_at:>="), () -> ran.add("incremental"))
                .after(1, RequestMatch.path("/patients").account("Somebody else"), () -> ran.add("never"));

        client.get("/patients");
        client.get("/user");
        assertThat(ran).isEmpty();
        client.get("/patients?" + terms("updated_at:>=2026-01-01T00:00:00Z"));
        client.get("/patients/77");
        assertThat(ran).containsExactly("second", "incremental");
    }

    @Test
    void jumpsTheClockBetweenTwoRequests() {
        simulator.script().after(1, RequestMatch.path("/user"), () -> clock.advance(Duration.ofDays(-2)));

        client.get("/user");

        assertThat(client.get("/user").headers().firstValue("Date")).hasValue("Sat, 13 Jun 2026 02:30:00 GMT");
    }

    @Test
    void holdsOneRequestWithoutHoldingOthers() throws InterruptedException {
        var reached = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        simulator.script().before(1, RequestMatch.path("/patients"), () -> {
            reached.countDown();
            await(released);
        });

        CompletableFuture<Integer> held =
                CompletableFuture.supplyAsync(() -> client.get("/patients").statusCode());
        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(client.get("/attendees").statusCode()).isEqualTo(200);
        assertThat(held).isNotDone();
        released.countDown();
        assertThat(held.join()).isEqualTo(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> ids(List<Long> ids) {
        return ids.stream().map(id -> Long.toString(id)).toList();
    }
}
