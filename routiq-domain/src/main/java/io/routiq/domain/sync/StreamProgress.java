package io.routiq.domain.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one stream of a run is.
 *
 * @param fetched records read so far, each once
 * @param total records that the source says there are, or null while it has not said; for information only
 * @param failed records set aside because they could not be understood
 * @param differences what a verification found so far
 * @param asOf the source's own instant at the stream's first answer, up to which a finished stream is complete; null
 *     before that answer
 */
public record StreamProgress(
        long fetched,
        @Nullable Long total,
        long failed,
        Differences differences,
        @Nullable Instant asOf) {

    /** Nothing read, nothing known. */
    public static final StreamProgress NONE = new StreamProgress(0, null, 0, Differences.NONE, null);

    /** This and one page more. The first page's {@code asOf} stays; further totals raise the total, never lower it. */
    public StreamProgress plus(long fetchedMore, long failedMore, long expectedMore, Instant pageAsOf) {
        return new StreamProgress(
                fetched + fetchedMore,
                (total == null ? 0 : total) + expectedMore,
                failed + failedMore,
                differences,
                asOf == null ? pageAsOf : asOf);
    }

    /** With these differences found. */
    public StreamProgress with(Differences found) {
        return new StreamProgress(fetched, total, failed, found, asOf);
    }
}
