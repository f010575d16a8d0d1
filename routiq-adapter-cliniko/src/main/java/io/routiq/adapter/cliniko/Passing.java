package io.routiq.adapter.cliniko;

import io.routiq.domain.sync.SyncFailure;

/** A failure that may be gone when the same is asked again. Carries nothing that came over the network. */
final class Passing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    Passing(Kind kind, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
    }

    /** How often it is worth asking, and what it is called if that does not help. */
    enum Kind {
        NO_ANSWER(5, SyncFailure.Cause.PROVIDER_UNAVAILABLE),
        GATEWAY(5, SyncFailure.Cause.PROVIDER_ERROR),
        SERVER_ERROR(3, SyncFailure.Cause.PROVIDER_ERROR),
        GARBLED(3, SyncFailure.Cause.UNEXPECTED_ANSWER);

        private final int attempts;
        private final SyncFailure.Cause cause;

        Kind(int attempts, SyncFailure.Cause cause) {
            this.attempts = attempts;
            this.cause = cause;
        }

        int attempts() {
            return attempts;
        }
    }

    Kind kind() {
        return kind;
    }

    SyncFailure failure() {
        return new SyncFailure(kind.cause, getMessage());
    }
}
