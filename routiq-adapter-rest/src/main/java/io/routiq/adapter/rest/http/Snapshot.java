package io.routiq.adapter.rest.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An answer that is built from synchronised data, and says up to when that is known complete. */
public interface Snapshot extends Revalidated {

    /** Up to when the data is known complete, or null while something may be missing. */
    @Nullable
    Instant dataAsOf();
}
