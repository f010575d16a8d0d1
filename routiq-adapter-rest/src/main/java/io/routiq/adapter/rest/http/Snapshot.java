package io.routiq.adapter.rest.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a GET, built from synchronised data. It carries an {@code ETag}, and a client that sends it back is spared
 * the body while nothing but the time has changed: what is {@link Momentary} does not count.
 */
public interface Snapshot {

    /** Up to when the data is known complete, or null while something may be missing. */
    @Nullable
    Instant dataAsOf();
}
