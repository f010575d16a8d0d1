package io.routiq.bootstrap.architecture.samples.application.sync;

public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unreachable(String message) {
        super(message);
    }

    public boolean isFinal() {
        return true;
    }
}
