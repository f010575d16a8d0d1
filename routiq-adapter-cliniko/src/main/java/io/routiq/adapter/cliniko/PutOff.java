package io.routiq.adapter.cliniko;

import java.time.Instant;

/** Ends a call that would have to wait for the rate limit; becomes an answer where the call came in. */
final class PutOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant until;

    PutOff(Instant until) {
        super("Not before " + until, null, false, false);
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
