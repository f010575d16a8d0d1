package io.routiq.application.patient;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How soon a patient is expected.
 *
 * @param hours until the next visit, rounded half up to one decimal, or null without one
 * @param days the same in days of 24 hours
 */
public record Countdown(
        Priority priority, @Nullable Double hours, @Nullable Double days) {

    private static final Duration SOON = Duration.ofDays(1);
    private static final Duration NEAR = Duration.ofDays(3);

    /** How much a patient's next visit presses. */
    public enum Priority {
        /** Within a day of 24 hours. */
        HIGH,
        /** Within three such days. */
        MEDIUM,
        /** Later, or not at all. */
        LOW;

        /** The lower-case name that interfaces use. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** From {@code now} to a visit to come, if there is any. */
    public static Countdown to(@Nullable Instant next, Instant now) {
        if (next == null) {
            return new Countdown(Priority.LOW, null, null);
        }
        Duration wait = Duration.between(now, next);
        return new Countdown(priority(wait), in(Duration.ofHours(1), wait), in(Duration.ofDays(1), wait));
    }

    private static Priority priority(Duration wait) {
        if (wait.compareTo(SOON) <= 0) {
            return Priority.HIGH;
        }
        return wait.compareTo(NEAR) <= 0 ? Priority.MEDIUM : Priority.LOW;
    }

    private static double in(Duration unit, Duration wait) {
        return BigDecimal.valueOf(wait.toMillis())
                .divide(BigDecimal.valueOf(unit.toMillis()), 1, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
