package io.routiq.application.practice;

import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Up to when an answer built from the copy is known to be complete. */
public final class Freshness {

    private Freshness() {}

    /**
     * The last instant up to which everything is known that visits starting at {@code from} or later need, or empty
     * while something may be missing. Streams that the last run was not to read, or not let read, do not hold it back,
     * save the essential ones.
     */
    public static Optional<Instant> asOf(Map<SyncStream, Watermarks.Watermark> watermarks, Instant from) {
        boolean allEssential =
                watermarks.containsKey(SyncStream.PATIENTS) && watermarks.containsKey(SyncStream.APPOINTMENTS);
        boolean covered = watermarks.values().stream().allMatch(watermark -> watermark.covers(from));
        return allEssential && covered
                ? watermarks.values().stream().map(Watermarks.Watermark::asOf).min(Instant::compareTo)
                : Optional.empty();
    }
}
