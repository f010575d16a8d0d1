package io.routiq.application;

/** Stored data cannot be got at right now. Nothing of the transaction was stored; the same may work in a moment. */
public final class StorageUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageUnavailable(Throwable cause) {
        super("The store does not answer", cause);
    }
}
