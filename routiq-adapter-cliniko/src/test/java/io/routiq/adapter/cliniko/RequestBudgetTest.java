package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.routiq.adapter.cliniko.simulator.SimulatorClock;
import io.routiq.application.practice.InMemoryRequestWindows;
import io.routiq.application.practice.KeyFingerprint;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.RequestWindow;
import io.routiq.application.practice.RequestWindow.Turn;
import io.routiq.application.practice.RequestWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");
    private static final KeyFingerprint KEY = KeyFingerprint.of(new PracticeCredentials("a made-up key"));

    private final SimulatorClock clock = SimulatorClock.frozenAt(NOW);
    private final RequestWindows windows = new InMemoryRequestWindows();

    @Test
    void tellsWithTheNextTurnWhenARequestEnded() throws InterruptedException {
        RequestBudget budget = budget(1, 4);
        budget.spend(() -> takes(Duration.ofSeconds(3)));

        assertThat(putOff(budget)).isEqualTo(NOW.plusSeconds(63));
        clock.freezeAt(NOW.plusSeconds(63));
        assertThat(budget.spend(() -> "sent")).isEqualTo("sent");
    }

    @Test
    void countsWhatFailedLikeWhatSucceeded() {
        RequestBudget budget = budget(1, 4);
        assertThatThrownBy(() -> budget.spend(() -> {
                    throw new IllegalStateException("made up");
                }))
                .hasMessage("made up");

        assertThat(putOff(budget)).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void sharesItsPlacesWithOtherInstances() throws InterruptedException {
        RequestBudget here = budget(2, 4);
        RequestBudget there = budget(2, 4);
        here.spend(() -> takes(Duration.ofSeconds(1)));
        there.spend(() -> takes(Duration.ofSeconds(1)));

        assertThat(putOff(here)).isEqualTo(NOW.plusSeconds(61));
        assertThat(putOff(there)).isEqualTo(NOW.plusSeconds(61));
    }

    @Test
    void sharesARefusalWithOtherInstances() {
        RequestBudget here = budget(40, 4);
        RequestBudget there = budget(40, 4);

        assertThat(here.refused(Duration.ofSeconds(30))).isEqualTo(NOW.plusSeconds(30));

        assertThat(putOff(there)).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void letsNoMoreInThanMayBeInFlight() throws InterruptedException {
        RequestBudget budget = budget(40, 2);
        var answer = new CountDownLatch(1);
        var inFlight = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            Thread.startVirtualThread(sending(budget, inFlight, answer));
        }
        inFlight.await();
        var third = new FutureTask<>(() -> budget.spend(() -> "sent"));
        Thread waiting = Thread.ofPlatform().start(third);

        assertThat(waitingOf(waiting)).isEqualTo(Thread.State.WAITING);
        assertThat(third).isNotDone();
        answer.countDown();
        assertThat(third).succeedsWithin(Duration.ofSeconds(10));
    }

    private static Runnable sending(RequestBudget budget, CountDownLatch inFlight, CountDownLatch answer) {
        return new FutureTask<>(() -> budget.spend(() -> {
            inFlight.countDown();
            answer.await();
            return "sent";
        }));
    }

    private static Thread.State waitingOf(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return thread.getState();
    }

    @Test
    void waitsAsLongAsItsPatience() throws InterruptedException {
        RequestBudget budget = new RequestBudget(
                settings(1, 1)
                        .withTimes(new ClinikoSettings.Times(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofMillis(200),
                                Duration.ofMillis(1))),
                windows,
                KEY);
        budget.spend(() -> "sent");
        clock.advance(Duration.ofMinutes(1).minusMillis(100));

        // The clock stands still, so the real wait runs out.
        assertThat(putOff(budget)).isEqualTo(NOW.plusSeconds(60));
        clock.advance(Duration.ofMillis(100));
        assertThat(budget.spend(() -> "sent")).isEqualTo("sent");
    }

    @Test
    void endsAWaitWhenItIsInterrupted() {
        RequestBudget budget = budget(40, 1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> budget.spend(() -> "sent")).isInstanceOf(InterruptedException.class);
    }

    @Test
    void takesAnotherPlaceAfterAStop() throws InterruptedException {
        RequestBudget budget = new RequestBudget(settings(2, 1), new Stopping(Duration.ofSeconds(6)), KEY);

        assertThat(budget.spend(clock::instant)).isEqualTo(NOW.plusSeconds(6));

        // The first place counts from when it was taken, though nothing was sent with it.
        assertThat(putOff(budget)).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void keepsItsPlaceOverAShortStop() throws InterruptedException {
        RequestBudget budget = new RequestBudget(settings(1, 1), new Stopping(Duration.ofSeconds(5)), KEY);

        assertThat(budget.spend(clock::instant)).isEqualTo(NOW.plusSeconds(5));
    }

    /** The process is stopped for a while after its first turn. */
    private final class Stopping implements RequestWindows {

        private Duration pause;

        Stopping(Duration pause) {
            this.pause = pause;
        }

        @Override
        public <T extends Turn> T change(KeyFingerprint key, Function<Optional<RequestWindow>, T> turn) {
            T taken = windows.change(key, turn);
            clock.advance(pause);
            pause = Duration.ZERO;
            return taken;
        }

        @Override
        public void share(KeyFingerprint key, KeyFingerprint user) {
            windows.share(key, user);
        }
    }

    @Test
    void sharesItsPlacesWithOtherKeysOfItsUser() throws InterruptedException {
        KeyFingerprint user = KeyFingerprint.of(new PracticeCredentials("a made-up user"));
        RequestBudget here = budget(2, 4);
        RequestBudget there = new RequestBudget(
                settings(2, 4), windows, KeyFingerprint.of(new PracticeCredentials("another made-up key")));
        here.spend(() -> takes(Duration.ofSeconds(1)));
        there.spend(() -> takes(Duration.ofSeconds(1)));

        here.share(user);
        there.share(user);

        assertThat(putOff(here)).isEqualTo(NOW.plusSeconds(61));
        assertThat(putOff(there)).isEqualTo(NOW.plusSeconds(61));
    }

    private String takes(Duration time) {
        clock.advance(time);
        return "sent";
    }

    private static Instant putOff(RequestBudget budget) {
        return catchThrowableOfType(PutOff.class, () -> budget.spend(() -> "sent"))
                .until();
    }

    private RequestBudget budget(int perMinute, int inFlight) {
        return new RequestBudget(settings(perMinute, inFlight), windows, KEY);
    }

    private ClinikoSettings settings(int perMinute, int inFlight) {
        return ClinikoSettings.of(new ClinikoSettings.Contact("Routiq", "support@example.test"), clock)
                .withRate(new ClinikoSettings.Rate(perMinute, inFlight))
                .withTimes(Bench.NO_WAITING);
    }
}
