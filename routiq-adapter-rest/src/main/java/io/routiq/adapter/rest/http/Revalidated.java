package io.routiq.adapter.rest.http;

/**
 * The answer of a GET that carries an {@code ETag}. A client that sends it back is spared the body while nothing but the time
 * has changed: what is {@link Momentary} does not count.
 */
public interface Revalidated {}
