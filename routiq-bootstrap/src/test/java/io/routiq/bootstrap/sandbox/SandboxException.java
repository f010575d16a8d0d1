package io.routiq.bootstrap.sandbox;

/** The sandbox cannot go on; the message is one sentence for the person at the terminal. */
final class SandboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SandboxException(String message) {
        super(message);
    }

    SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
