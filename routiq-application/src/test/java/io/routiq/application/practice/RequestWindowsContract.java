package io.routiq.application.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.routiq.application.practice.RequestWindow.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What {@link RequestWindows} promise. */
public abstract class RequestWindowsContract {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");
    private static final RequestRate RATE = new RequestRate(40, Duration.ofSeconds(35));

    private final KeyFingerprint key = someKey();

    protected abstract RequestWindows windows();

    @Test
    void knowsNothingOfANewKey() {
        assertThat(known(key)).isEmpty();
    }

    @Test
    void keepsAWindowAsATurnLeavesIt() {
        RequestWindow window = new RequestWindow(
                List.of(NOW, NOW.plusSeconds(1), NOW.plusSeconds(1)), 17, NOW.minusSeconds(5), NOW.plusSeconds(9));

        Turn kept = windows().change(key, unknown -> new Turn.NotBefore(window, NOW));

        assertThat(kept).isEqualTo(new Turn.NotBefore(window, NOW));
        assertThat(known(key)).contains(window);
    }

    @Test
    void replacesAWindowByALaterOne() {
        RequestWindow first = RequestWindow.unused(RATE, NOW);
        keep(key, first);

        Turn second = windows().change(key, known -> known.orElseThrow().take(RATE, NOW));

        assertThat(second.window().places()).hasSize(1);
        assertThat(known(key)).contains(second.window());
    }

    @Test
    void keepsKeysApart() {
        keep(key, RequestWindow.unused(RATE, NOW));

        assertThat(known(someKey())).isEmpty();
    }

    @Test
    void leavesAWindowAloneWhoseTurnFails() {
        keep(key, RequestWindow.unused(RATE, NOW));

        assertThatThrownBy(() -> windows().change(key, known -> {
                    throw new IllegalArgumentException("made up");
                }))
                .hasMessage("made up");

        assertThat(known(key)).contains(RequestWindow.unused(RATE, NOW));
    }

    @Test
    void letsNoTwoTakeTheSamePlace() throws InterruptedException {
        try (ExecutorService instances = Executors.newFixedThreadPool(6)) {
            List<Turn> turns = instances.invokeAll(Collections.<Callable<Turn>>nCopies(60, this::take)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(turns).filteredOn(turn -> turn instanceof Turn.Taken).hasSize(40);
        }
        assertThat(known(key).orElseThrow().places()).hasSize(40);
    }

    @Test
    void givesAllKeysOfAUserOneWindow() {
        KeyFingerprint user = someKey();
        KeyFingerprint other = someKey();
        keep(key, spent(NOW.plusSeconds(1), NOW.plusSeconds(2)));
        keep(other, spent(NOW.plusSeconds(3)));

        windows().share(key, user);
        windows().share(other, user);

        RequestWindow together = spent(NOW.plusSeconds(1), NOW.plusSeconds(2), NOW.plusSeconds(3));
        assertThat(known(user)).contains(together);
        keep(other, spent());
        assertThat(known(key)).contains(spent());
    }

    @Test
    void countsNothingTwiceThatIsSharedAgain() {
        KeyFingerprint user = someKey();
        keep(key, spent(NOW.plusSeconds(1)));

        windows().share(key, user);
        windows().share(key, user);

        assertThat(known(user)).contains(spent(NOW.plusSeconds(1)));
    }

    @Test
    void sharesNothingOfAKeyThatIsNotKnown() {
        KeyFingerprint user = someKey();

        windows().share(key, user);
        keep(key, spent(NOW.plusSeconds(1)));

        assertThat(known(user)).isEmpty();
    }

    @Test
    void losesNoPlaceThatIsTakenWhileItIsShared() throws InterruptedException {
        KeyFingerprint user = someKey();
        take();
        List<Callable<Turn>> calls = new ArrayList<>(Collections.nCopies(20, this::take));
        calls.add(10, () -> {
            windows().share(key, user);
            return take();
        });

        try (ExecutorService instances = Executors.newFixedThreadPool(6)) {
            assertThat(instances.invokeAll(calls).stream().map(Future::resultNow))
                    .allMatch(turn -> turn instanceof Turn.Taken);
        }
        assertThat(known(user).orElseThrow().places()).hasSize(22);
    }

    private Turn take() {
        return windows()
                .change(
                        key,
                        known -> known.orElseGet(() -> RequestWindow.unused(RATE, NOW))
                                .take(RATE, NOW));
    }

    private static RequestWindow spent(Instant... places) {
        return new RequestWindow(List.of(places), 40, NOW, Instant.EPOCH);
    }

    private Optional<RequestWindow> known(KeyFingerprint which) {
        AtomicReference<Optional<RequestWindow>> found = new AtomicReference<>(Optional.empty());
        windows().change(which, known -> {
            found.set(known);
            return new Turn.NotBefore(known.orElseGet(() -> RequestWindow.unused(RATE, NOW)), NOW);
        });
        return found.get();
    }

    private void keep(KeyFingerprint which, RequestWindow window) {
        windows().change(which, replaced -> new Turn.NotBefore(window, NOW));
    }

    private static KeyFingerprint someKey() {
        return KeyFingerprint.of(new PracticeCredentials(UUID.randomUUID().toString()));
    }
}
