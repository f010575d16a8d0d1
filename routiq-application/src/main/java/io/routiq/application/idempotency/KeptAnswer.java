package io.routiq.application.idempotency;

import org.jspecify.annotations.Nullable;

/** What the first request of a key was answered, to be given again. */
public record KeptAnswer(
        int status, @Nullable String contentType, @Nullable String location, String body) {

    /** Leaves out the body. */
    @Override
    public String toString() {
        return "KeptAnswer[status=" + status + "]";
    }
}
