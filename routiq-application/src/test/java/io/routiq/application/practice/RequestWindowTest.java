package io.routiq.application.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.RequestWindow.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestWindowTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");
    private static final Duration LONGEST = Duration.ofSeconds(35);
    private static final RequestRate ONE = rate(1);
    private static final RequestRate FORTY = rate(40);

    private static RequestRate rate(int perMinute) {
        return new RequestRate(perMinute, LONGEST);
    }

    @Test
    void countsARequestUntilAMinuteAfterItEnded() {
        RequestWindow window = ask(RequestWindow.unused(ONE, NOW), ONE, NOW, NOW.plusSeconds(20));

        assertThat(window.take(ONE, NOW.plusSeconds(79))).isEqualTo(notBefore(window, NOW.plusSeconds(80)));
        assertThat(window.take(ONE, NOW.plusSeconds(80))).isInstanceOf(Turn.Taken.class);
    }

    @Test
    void freesThePlaceOfAnOwnerThatIsGone() {
        RequestWindow window = RequestWindow.unused(ONE, NOW).take(ONE, NOW).window();

        assertThat(window.take(ONE, NOW.plusSeconds(94))).isInstanceOf(Turn.NotBefore.class);
        assertThat(window.take(ONE, NOW.plusSeconds(95))).isInstanceOf(Turn.Taken.class);
    }

    @Test
    void expectsWhoIsAskingToHoldAPlaceForAMinute() {
        RequestWindow window = RequestWindow.unused(ONE, NOW).take(ONE, NOW).window();

        assertThat(window.take(ONE, NOW.plusSeconds(5))).isEqualTo(notBefore(window, NOW.plusSeconds(65)));
    }

    @Test
    void lowersAndRaisesWhatItAllows() {
        RequestWindow full = spend(RequestWindow.unused(FORTY, NOW), FORTY, NOW);
        assertThat(full.places()).hasSize(40);

        RequestWindow refused = full.refused(FORTY, NOW, Duration.ofSeconds(60))
                .window()
                .refused(FORTY, NOW, Duration.ofSeconds(60))
                .window();

        // Three quarters, and a twentieth more for the minute that passed.
        assertThat(spend(refused, FORTY, NOW.plusSeconds(60)).places()).hasSize(32);
        assertThat(spend(refused, FORTY, NOW.plusSeconds(240)).places()).hasSize(38);
        assertThat(spend(refused, FORTY, NOW.plusSeconds(2000)).places()).hasSize(40);
    }

    @Test
    void neverAllowsLessThanATenth() {
        RequestWindow window = RequestWindow.unused(FORTY, NOW);
        Instant now = NOW;
        for (int i = 0; i < 20; i++) {
            window = window.refused(FORTY, now, Duration.ofMillis(1)).window();
            now = now.plusMillis(1);
        }

        assertThat(spend(window, FORTY, now).places()).hasSize(4);
    }

    @Test
    void asksNothingWhileItIsBlocked() {
        RequestWindow window = RequestWindow.unused(FORTY, NOW)
                .refused(FORTY, NOW, Duration.ofSeconds(30))
                .window();

        assertThat(window.refused(FORTY, NOW, Duration.ofSeconds(10)).freeAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(window.take(FORTY, NOW)).isEqualTo(notBefore(window, NOW.plusSeconds(30)));
        assertThat(window.take(FORTY, NOW.plusSeconds(30))).isInstanceOf(Turn.Taken.class);
    }

    @Test
    void obeysARateThatWasLowered() {
        RequestWindow full = spend(RequestWindow.unused(FORTY, NOW), FORTY, NOW);

        assertThat(spend(full, rate(5), NOW.plusSeconds(60)).places()).hasSize(5);
    }

    @Test
    void survivesAClockThatIsSetBack() {
        RequestWindow window = spend(RequestWindow.unused(FORTY, NOW), FORTY, NOW)
                .refused(FORTY, NOW, Duration.ofSeconds(60))
                .window();
        Instant earlier = NOW.minus(Duration.ofHours(5));

        Turn set = window.take(FORTY, earlier);

        assertThat(set).isEqualTo(notBefore(set.window(), earlier.plusSeconds(60)));
        assertThat(spend(set.window(), FORTY, earlier.plusSeconds(60)).places()).hasSize(32);
    }

    @Test
    void bearsWithAClockThatIsALittleBehind() {
        RequestWindow window = RequestWindow.unused(FORTY, NOW);
        Turn.Taken taken = (Turn.Taken) window.take(FORTY, NOW);

        Turn behind = taken.window().take(FORTY, NOW.minusSeconds(1));

        assertThat(behind.window().leave(taken.place(), NOW).places())
                .containsExactly(NOW.plusSeconds(60), NOW.plusSeconds(94));
    }

    @Test
    void addsWhatWasSpentFromTwoThatAreOne() {
        RequestWindow one = new RequestWindow(List.of(NOW), 30, NOW, NOW.plusSeconds(9));
        RequestWindow other = new RequestWindow(List.of(NOW, NOW.plusSeconds(1)), 20, NOW.minusSeconds(1), NOW);

        RequestWindow both = new RequestWindow(List.of(NOW, NOW, NOW.plusSeconds(1)), 20, NOW, NOW.plusSeconds(9));
        assertThat(one.plus(other)).isEqualTo(both).isEqualTo(other.plus(one));
    }

    @Test
    void takesNoUserForAKey() {
        PracticeEndpoint here = new PracticeEndpoint("https://here.example.test", "au1");
        PracticeEndpoint there = new PracticeEndpoint("https://there.example.test", "au2");

        assertThat(KeyFingerprint.ofUser(here, "7"))
                .isEqualTo(KeyFingerprint.ofUser(here, "7"))
                .isNotEqualTo(KeyFingerprint.ofUser(there, "7"))
                .isNotEqualTo(KeyFingerprint.ofUser(here, "8"))
                .isNotEqualTo(KeyFingerprint.of(new PracticeCredentials("7")));
    }

    @Test
    void knowsAKeyAgainWithoutTellingIt() {
        PracticeCredentials key = new PracticeCredentials("a made-up key");

        assertThat(KeyFingerprint.of(key))
                .isEqualTo(KeyFingerprint.of(key))
                .isNotEqualTo(KeyFingerprint.of(new PracticeCredentials("another")));
        assertThat(KeyFingerprint.of(key).hex()).matches("[0-9a-f]{64}");
    }

    /** As many requests as go at once, each of them answered at once. */
    private static RequestWindow spend(RequestWindow window, RequestRate rate, Instant now) {
        RequestWindow spent = window;
        while (spent.take(rate, now) instanceof Turn.Taken taken) {
            spent = taken.window().leave(taken.place(), now);
        }
        return spent.take(rate, now).window();
    }

    private static RequestWindow ask(RequestWindow window, RequestRate rate, Instant from, Instant to) {
        Turn.Taken taken = (Turn.Taken) window.take(rate, from);
        RequestWindow left = taken.window().leave(taken.place(), to);
        assertThat(left.places()).isEqualTo(List.of(to.plusSeconds(60)));
        return left;
    }

    private static Turn notBefore(RequestWindow window, Instant freeAt) {
        return new Turn.NotBefore(window, freeAt);
    }
}
