package io.routiq.application.practice;

import io.routiq.domain.sync.SyncFailure;

/** The practice system failed in the middle of a run, for good as far as this run goes. Carries no vendor's text. */
public final class PracticeSystemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SyncFailure failure;

    public PracticeSystemException(SyncFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** What to tell people. */
    public SyncFailure failure() {
        return failure;
    }
}
