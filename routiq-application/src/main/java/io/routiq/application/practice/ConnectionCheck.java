package io.routiq.application.practice;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What trying a key found out. */
public sealed interface ConnectionCheck {

    /**
     * The key opens an account. Each count is what the source announces, or null where the key may not read that.
     *
     * @param userRole the role of the key's user, or null if unknown
     * @param timeZone IANA name of the user's zone, or null if unknown
     * @param latency how long one request took
     */
    record Reached(
            PracticeAccount account,
            @Nullable String userRole,
            @Nullable String timeZone,
            @Nullable Long patients,
            @Nullable Long appointments,
            @Nullable Long practitioners,
            Duration latency)
            implements ConnectionCheck {

        /** True if the key may read what a synchronisation needs. */
        public boolean isPermitted() {
            return patients != null && appointments != null;
        }
    }

    /** The practice system does not accept the key. */
    record KeyRejected() implements ConnectionCheck {}

    /** The key's user has no requests left; it has some again at {@code resumeAt}. */
    record RateLimited(Instant resumeAt) implements ConnectionCheck {}

    /** No answer, or none but gateway errors. */
    record Unreachable() implements ConnectionCheck {}

    /** Something answered, but not as the practice system does. */
    record UnexpectedAnswer() implements ConnectionCheck {}
}
