package io.routiq.domain.patient;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far around an instant a visit counts. Days are 24 hours; both ends belong to the window.
 *
 * @param recentDays how far back, 1 to 365
 * @param upcomingDays how far ahead, 1 to 365, or empty for without limit
 */
public record ActivityWindow(int recentDays, OptionalInt upcomingDays) {

    /** The furthest that a window may reach, in days. */
    public static final int MAX_DAYS = 365;

    /** 30 days back, no limit ahead. */
    public static final ActivityWindow DEFAULT = recent(30);

    /** @throws IllegalArgumentException if a number of days is outside 1 to 365 */
    public ActivityWindow {
        requireDays(recentDays);
        upcomingDays.ifPresent(ActivityWindow::requireDays);
    }

    /** A window so many days back and without limit ahead. */
    public static ActivityWindow recent(int days) {
        return new ActivityWindow(days, OptionalInt.empty());
    }

    /** The earliest start that is still recent at {@code now}. */
    public Instant from(Instant now) {
        return now.minus(Duration.ofDays(recentDays));
    }

    /** The latest start that is already upcoming at {@code now}, or empty for without limit. */
    public Optional<Instant> until(Instant now) {
        return upcomingDays.isPresent()
                ? Optional.of(now.plus(Duration.ofDays(upcomingDays.getAsInt())))
                : Optional.empty();
    }

    private static void requireDays(int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("A window has 1 to " + MAX_DAYS + " days, not " + days);
        }
    }
}
