package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.cliniko.simulator.Choice;
import io.routiq.adapter.cliniko.simulator.Switch;
import io.routiq.application.practice.Answer;
import io.routiq.application.practice.ConnectionCheck;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.Selection;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClinikoRateIT {

    private static final Selection ALL = new Selection.Everything();
    private static final StreamRead LOCATIONS = StreamRead.first(SyncStream.LOCATIONS, ALL);

    private final Bench bench = Bench.with(20, 20);

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOCK_MINUTE", "FROM_FIRST_REQUEST", "SLIDING"})
    void isNeverRefusedWhenAloneOnTheKey(Choice window) {
        bench.simulator.switches().set(Switch.RATE_WINDOW, window);

        IntStream.range(0, 500).forEach(i -> {
            bench.clock.advance(Duration.ofMillis(37));
            bench.page(LOCATIONS);
        });

        assertThat(bench.simulator.journal().countsByStatus()).containsOnlyKeys(200);
        assertThat(Duration.between(Bench.NOW, bench.clock.instant()))
                .isBetween(Duration.ofMinutes(2), Duration.ofSeconds(140));
    }

    @Test
    void sendsTheFirstTwoHundredAtOnce() {
        IntStream.range(0, 200).forEach(i -> assertThat(ask()).isInstanceOf(Answer.Given.class));

        assertThat(ask()).isEqualTo(new Answer.NotBefore<>(Bench.NOW.plusSeconds(60)));
        assertThat(bench.simulator.journal().count()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Switch.class,
            names = {"RATE_RESET", "RETRY_AFTER", "RATE_HEADERS_ON_SUCCESS", "RATE_WINDOW"})
    void sharesTheUserWithAnotherVendor(Switch what) {
        for (Choice choice : what.choices()) {
            bench.simulator.switches().set(what, choice);
            bench.clinic.otherVendorPerMinute(100);
            Instant start = bench.clock.instant();

            IntStream.range(0, 300).forEach(i -> {
                bench.clock.advance(Duration.ofMillis(50));
                bench.page(LOCATIONS);
            });

            // A hundred a minute are left; what learning costs must not be more than half of that again.
            assertThat(Duration.between(start, bench.clock.instant()))
                    .as("%s", choice)
                    .isLessThan(Duration.ofMinutes(7));
            bench.clock.advance(Duration.ofMinutes(20));
        }
    }

    @Test
    void waitsUntilTheSourceSaysDespiteAWrongClock() {
        bench.clinic.requestsPerMinute(3);
        bench.cliniko = Cliniko.practiceSystem(
                ClinikoSettings.of(
                                new ClinikoSettings.Contact("Routiq", "support@routiq.example.test"),
                                () -> bench.clock.instant().plus(Duration.ofHours(7)))
                        .withEndpoint(bench.simulator.address() + "/{shard}/v1")
                        .withTimes(Bench.NO_WAITING),
                bench.windows);
        bench.clock.freezeAt(Bench.NOW.plusSeconds(20));
        IntStream.range(0, 3).forEach(i -> ask());

        assertThat(ask())
                .isEqualTo(new Answer.NotBefore<>(Bench.NOW.plusSeconds(60).plus(Duration.ofHours(7))));
    }

    @Test
    void checkSharesTheKeysRate() {
        IntStream.range(0, 198).forEach(i -> ask());

        assertThat(bench.cliniko.check(Bench.ORGANIZATION, new PracticeCredentials(bench.key)))
                .isEqualTo(new ConnectionCheck.RateLimited(Bench.NOW.plusSeconds(60)));
    }

    @Test
    void waitsShortlyInsteadOfAnsweringThatItMust() {
        bench.cliniko = bench.adapter(settings -> settings.withRate(new ClinikoSettings.Rate(1, 1))
                .withTimes(new ClinikoSettings.Times(
                        Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofMillis(1))));
        ask();
        bench.clock.advance(Duration.ofSeconds(60).minusMillis(40));

        // The clock stands still; only the real wait of 40 ms gives way to the next look at it.
        Thread.startVirtualThread(() -> bench.clock.advance(Duration.ofMillis(40)));

        assertThat(ask()).isInstanceOf(Answer.Given.class);
    }

    private Answer<RecordPage> ask() {
        return bench.cliniko.read(Bench.ORGANIZATION, bench.access(), LOCATIONS);
    }
}
