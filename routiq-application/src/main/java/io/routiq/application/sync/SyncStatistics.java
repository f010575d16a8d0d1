package io.routiq.application.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Figures over all runs of an organization. Durations are of completed runs, from the request to the end, and 0 without
 * any; median and 95th percentile lie between the two nearest durations where none stands exactly there.
 *
 * @param total runs, active ones included
 * @param averageRecordsPerSecond records read by completed runs, by the time they took
 * @param lastAt when the newest run was asked for, or null
 * @param lastSuccessfulAt when the newest completed run ended, or null
 */
public record SyncStatistics(
        long total,
        long completed,
        long failed,
        long cancelled,
        double averageSeconds,
        double medianSeconds,
        double p95Seconds,
        double averageRecordsPerSecond,
        @Nullable Instant lastAt,
        @Nullable Instant lastSuccessfulAt) {}
