package io.routiq.adapter.rest.http;

/** A response that can report something else than success although the request itself was answered. */
public interface Verdict {

    /** The answer's {@code success}. */
    boolean succeeded();
}
