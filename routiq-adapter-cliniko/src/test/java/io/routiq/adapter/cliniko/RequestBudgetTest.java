package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.routiq.adapter.cliniko.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");

    private final SimulatorClock clock = SimulatorClock.frozenAt(NOW);

    @Test
    void countsARequestUntilAMinuteAfterItEnded() throws InterruptedException {
        RequestBudget budget = budget(1, 4);
        budget.enter();
        clock.advance(Duration.ofSeconds(20));
        budget.leave();

        clock.advance(Duration.ofSeconds(59));
        assertThatExceptionOfType(PutOff.class)
                .isThrownBy(budget::enter)
                .satisfies(putOff -> assertThat(putOff.until()).isEqualTo(NOW.plusSeconds(80)));
        clock.advance(Duration.ofSeconds(1));
        budget.enter();
    }

    @Test
    void lowersAndRaisesWhatItAllows() throws InterruptedException {
        RequestBudget budget = budget(40, 100);
        assertThat(spend(budget)).isEqualTo(40);

        budget.refused(Duration.ofSeconds(60));
        budget.refused(Duration.ofSeconds(60));
        clock.advance(Duration.ofSeconds(60));
        // Three quarters, and a twentieth more for the minute that passed.
        assertThat(spend(budget)).isEqualTo(32);
        clock.advance(Duration.ofMinutes(3));
        assertThat(spend(budget)).isEqualTo(38);
        clock.advance(Duration.ofMinutes(30));
        assertThat(spend(budget)).isEqualTo(40);
    }

    @Test
    void neverAllowsLessThanATenth() throws InterruptedException {
        RequestBudget budget = budget(40, 100);
        for (int i = 0; i < 20; i++) {
            budget.refused(Duration.ofMillis(1));
            clock.advance(Duration.ofMillis(1));
        }

        assertThat(spend(budget)).isEqualTo(4);
    }

    @Test
    void asksNothingWhileItIsBlocked() {
        RequestBudget budget = budget(40, 4);
        budget.refused(Duration.ofSeconds(30));
        budget.refused(Duration.ofSeconds(10));

        assertThatExceptionOfType(PutOff.class)
                .isThrownBy(budget::enter)
                .satisfies(putOff -> assertThat(putOff.until()).isEqualTo(NOW.plusSeconds(30)));
    }

    @Test
    void survivesAClockThatIsSetBack() throws InterruptedException {
        RequestBudget budget = budget(2, 4);
        spend(budget);
        budget.refused(Duration.ofSeconds(60));

        clock.advance(Duration.ofHours(-5));

        assertThat(budget.freeAt()).isEqualTo(clock.instant().plusSeconds(60));
    }

    @Test
    void letsNoMoreInThanMayBeInFlight() throws InterruptedException {
        RequestBudget budget = budget(40, 2);
        budget.enter();
        budget.enter();
        var third = new FutureTask<>(() -> {
            budget.enter();
            return "in";
        });
        Thread waiting = Thread.ofPlatform().start(third);

        assertThat(waitingOf(waiting)).isEqualTo(Thread.State.WAITING);
        assertThat(third).isNotDone();
        budget.leave();
        assertThat(third).succeedsWithin(Duration.ofSeconds(10));
    }

    private static Thread.State waitingOf(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return thread.getState();
    }

    @Test
    void waitsAsLongAsItsPatience() throws InterruptedException {
        RequestBudget budget = new RequestBudget(settings(1, 1)
                .withTimes(new ClinikoSettings.Times(
                        Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(1))));
        budget.enter();
        budget.leave();
        clock.advance(Duration.ofMinutes(1).minusMillis(100));

        // The clock stands still, so the real wait runs out.
        assertThatExceptionOfType(PutOff.class).isThrownBy(budget::enter);
        clock.advance(Duration.ofMillis(100));
        budget.enter();
    }

    @Test
    void endsAWaitWhenItIsInterrupted() throws InterruptedException {
        RequestBudget budget = budget(40, 1);
        budget.enter();
        Thread.currentThread().interrupt();

        assertThatThrownBy(budget::enter).isInstanceOf(InterruptedException.class);
    }

    /** How many requests go at once. */
    private static int spend(RequestBudget budget) throws InterruptedException {
        int spent = 0;
        while (true) {
            try {
                budget.enter();
                budget.leave();
                spent++;
            } catch (PutOff putOff) {
                return spent;
            }
        }
    }

    private RequestBudget budget(int perMinute, int inFlight) {
        return new RequestBudget(settings(perMinute, inFlight));
    }

    private ClinikoSettings settings(int perMinute, int inFlight) {
        return ClinikoSettings.of(new ClinikoSettings.Contact("Routiq", "support@example.test"), clock)
                .withRate(new ClinikoSettings.Rate(perMinute, inFlight))
                .withTimes(Bench.NO_WAITING);
    }
}
