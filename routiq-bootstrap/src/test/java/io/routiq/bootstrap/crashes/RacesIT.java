package io.routiq.bootstrap.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.cliniko.simulator.Fault;
import io.routiq.adapter.cliniko.simulator.FaultKind;
import io.routiq.bootstrap.endtoend.Client;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who start and cancel at the same time as others, and as the run itself. */
@ExtendWith(Site.Shared.class)
class RacesIT {

    private static final Duration SOON = Duration.ofSeconds(2);
    /** More would wait for one of the few connections to the database. */
    private static final int AT_A_TIME = 50;

    private static final long SEED = 20261122;

    private final Site site;

    RacesIT(Site site) {
        this.site = site;
        site.calm();
    }

    @AfterEach
    void calm() {
        site.calm();
    }

    @Test
    void makeOneRunOfAThousandStarts() throws InterruptedException {
        Member member = site.member();
        site.simulator().latency(Duration.ofSeconds(30));
        Client client = member.client();
        Callable<Integer> start = () -> client.post("/api/v1/sync/start/" + member.organization(), Map.of())
                .status();

        try (ExecutorService people = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Integer> answers = people.invokeAll(Collections.nCopies(1000, start)).stream()
                    .map(Future::resultNow)
                    .toList();
            // Somebody may be turned away for want of a connection.
            assertThat(answers).containsAnyOf(201, 409).isSubsetOf(201, 409, 503);
            assertThat(Collections.frequency(answers, 201)).isEqualTo(1);
        }
        assertThat(member.runs()).hasSize(1);
        assertThat(member.jobs()).isEqualTo(1);
        cancelled(member, member.runs().getFirst());
    }

    @Test
    void endRunsOnceThatAreCancelledWhileTheyComplete() {
        Random random = new Random(SEED);
        Member member = site.loner();
        for (int i = 0; i < 12; i++) {
            String run = member.client().start(member.organization(), "incremental");
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(400)).toNanos());

            String answered =
                    member.client().delete("/api/v1/sync/cancel/" + run).at("/status");

            assertThat(answered).isIn("cancelled", "completed");
            Awaiting.until("its worker leaves it", () -> member.jobs() == 0);
            assertThat(member.status()).isEqualTo(answered);
        }
        assertThat(member.client().run(member.organization(), "full").at("/status"))
                .isEqualTo("completed");
        assertThat(member.counters()).anyMatch(line -> line.startsWith("patients 20 of 20, 0 failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings/public", "/patients"})
    void leaveARunSoonThatWaitsForASlowAnswer(String path) {
        Member member = site.member();
        site.simulator().faults().add(Fault.of(FaultKind.HANG).on(path));
        site.simulator().journal().clear();
        String run = member.start();
        Awaiting.until(
                "it is asked",
                () -> !site.simulator()
                        .journal()
                        .entries(entry -> entry.path().equals(path))
                        .isEmpty());

        cancelled(member, run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings/public", "/patients"})
    void leaveARunSoonThatWaitsForItsRate(String path) {
        Member member = site.loner();
        site.simulator().faults().add(Fault.status(429).on(path));
        String run = member.start();
        Awaiting.until("it waits", member::isWaiting);

        cancelled(member, run);
    }

    private static void cancelled(Member member, String run) {
        Client.Answer answer = member.client().delete("/api/v1/sync/cancel/" + run);
        assertThat(answer.at("/status")).isEqualTo("cancelled");
        assertThat(Awaiting.until("its worker leaves it", () -> member.jobs() == 0))
                .isLessThan(SOON);
        assertThat(member.status()).isEqualTo("cancelled");
    }
}
