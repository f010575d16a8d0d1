package io.routiq.adapter.cliniko;

import io.routiq.application.practice.PracticeSystemException;
import io.routiq.domain.sync.SyncFailure;

/** What a denied question means for the run. */
final class Denial {

    private static final int FORBIDDEN = 403;

    private Denial() {}

    /**
     * The failure to throw. Missing permission shows as 403 or, documented nowhere but seen, as 404; a 404 may also mean
     * that the account moved to another shard, and then the key does not open its own user here.
     *
     * @param about what was asked for, e.g. a stream's name
     */
    static PracticeSystemException of(Reply.Denied denied, Conversation conversation, String about) {
        return switch (denied) {
            case Reply.NotFound notFound -> {
                conversation.confirmKey();
                yield failure(SyncFailure.Cause.PERMISSION_DENIED, about);
            }
            case Reply.Refused refused ->
                refused.status() == FORBIDDEN
                        ? failure(SyncFailure.Cause.PERMISSION_DENIED, about)
                        : failure(SyncFailure.Cause.UNEXPECTED_ANSWER, about + ": status " + refused.status());
        };
    }

    /** The failure where something was not understood that anybody should understand. */
    static PracticeSystemException notUnderstood(String about) {
        return failure(SyncFailure.Cause.UNEXPECTED_ANSWER, about + ": status 400");
    }

    private static PracticeSystemException failure(SyncFailure.Cause cause, String detail) {
        return new PracticeSystemException(new SyncFailure(cause, detail));
    }
}
