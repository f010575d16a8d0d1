package io.routiq.domain.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityWindowTest {

    private static final Instant NOW = Instant.parse("2026-04-05T03:00:00.123456Z");

    @Test
    void reachesThirtyDaysBackAndWithoutLimitAheadByDefault() {
        assertThat(ActivityWindow.DEFAULT).isEqualTo(new ActivityWindow(30, OptionalInt.empty()));
        assertThat(ActivityWindow.DEFAULT.until(NOW)).isEmpty();
    }

    @Test
    void hasDaysOfTwentyFourHoursAcrossAClockChange() {
        ActivityWindow window = new ActivityWindow(1, OptionalInt.of(2));

        assertThat(window.from(NOW)).isEqualTo("2026-04-04T03:00:00.123456Z");
        assertThat(window.until(NOW)).contains(Instant.parse("2026-04-07T03:00:00.123456Z"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 365})
    void takesOneDayToAYear(int days) {
        assertThat(new ActivityWindow(days, OptionalInt.of(days)).recentDays()).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 366, Integer.MAX_VALUE})
    void refusesLessAndMoreEitherWay(int days) {
        assertThatIllegalArgumentException().isThrownBy(() -> ActivityWindow.recent(days));
        assertThatIllegalArgumentException().isThrownBy(() -> new ActivityWindow(30, OptionalInt.of(days)));
    }
}
