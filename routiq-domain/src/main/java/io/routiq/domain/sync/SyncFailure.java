package io.routiq.domain.sync;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a run ended without success, in words that a person can act on.
 *
 * @param cause what kind of failure it is; a closed set
 * @param detail which stream or answer it was about, without personal data, hosts or a vendor's text; or null
 */
public record SyncFailure(Cause cause, @Nullable String detail) {

    /** A failure that needs no further detail. */
    public static SyncFailure of(Cause cause) {
        return new SyncFailure(cause, null);
    }

    /** One sentence that says what happened. */
    public String message() {
        return detail == null ? cause.message : cause.message + " (" + detail + ")";
    }

    /** True if the same run, started again without a change by anybody, may succeed. */
    public boolean retryable() {
        return cause.retryable;
    }

    /** The kinds of failure, as the REST contract lists them in section 6. */
    public enum Cause {
        CREDENTIALS_REJECTED(
                false,
                "The practice system rejected the API key",
                "Create a new API key in the practice system and configure it here."),
        PERMISSION_DENIED(
                false,
                "The API key's user may not read what is needed",
                "Give the key's user a role that may read patients and appointments."),
        ACCOUNT_MOVED(
                false,
                "The API key opens another account than the one that was configured",
                "Configure the key again; replace the account only if the practice really changed it."),
        RATE_LIMITED(
                true,
                "The practice system kept refusing requests for being too many",
                "Start again later, or give this integration a user of its own."),
        PROVIDER_UNAVAILABLE(
                true, "The practice system could not be reached", "Start again later; nothing that was read is lost."),
        PROVIDER_ERROR(
                true,
                "The practice system answered with an error again and again",
                "Start again later; nothing that was read is lost."),
        UNEXPECTED_ANSWER(
                false,
                "The practice system gave an answer that cannot be trusted",
                "Tell support; nothing was changed by that answer."),
        INCOMPLETE_READ(
                true, "The practice system gave fewer records than it announced", "Start again; nothing was deleted."),
        STORAGE_UNAVAILABLE(true, "The records could not be stored", "Start again when the service is healthy."),
        WORKER_LOST(true, "The run was interrupted too often", "Start again; it goes on from what was stored."),
        CANCELLED(true, "The run was cancelled", "Start again when you want; what was stored stays."),
        INTERNAL_ERROR(false, "Something went wrong on our side", "Tell support the sync id.");

        private final boolean retryable;
        private final String message;
        private final String hint;

        Cause(boolean retryable, String message, String hint) {
            this.retryable = retryable;
            this.message = message;
            this.hint = hint;
        }

        /** The stable lower-case name that interfaces and storage use. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What to do next, one sentence. */
        public String hint() {
            return hint;
        }
    }
}
