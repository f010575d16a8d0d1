package io.routiq.application.idempotency;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody wants to be the first to work on the request of a key.
 *
 * @param userId whose key it is; another user's key of the same text is another one
 * @param key as the client chose it
 * @param requestHash tells requests apart without keeping them
 * @param at when, in whole microseconds; names the claim
 */
public record Claim(String userId, String key, String requestHash, Instant at) {

    /** How long an answer is given again. */
    public static final Duration KEPT_FOR = Duration.ofHours(24);

    /** How long somebody may work on a request before others take them for dead; longer than any but a large cleanup takes. */
    public static final Duration LASTS_FOR = Duration.ofMinutes(5);

    /** Claims older than this are as good as none. */
    public Instant forgottenBefore() {
        return at.minus(KEPT_FOR);
    }

    /** Claims older than this that have no answer are as good as none. */
    public Instant abandonedBefore() {
        return at.minus(LASTS_FOR);
    }
}
