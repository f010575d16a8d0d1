package io.routiq.adapter.rest.sync;

import io.routiq.adapter.rest.http.Momentary;
import io.routiq.adapter.rest.http.Revalidated;
import io.routiq.application.sync.SyncDuration;
import io.routiq.application.sync.SyncStatistics;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Past runs, newest first, with figures over all of them. */
record SyncHistoryResponse(
        String organizationId,
        long totalSyncs,
        long successfulSyncs,
        long failedSyncs,
        long cancelledSyncs,
        double successRate,
        double failureRate,
        long averageSyncDurationSeconds,
        long p50DurationSeconds,
        long p95DurationSeconds,
        double averageRecordsPerSecond,
        @Nullable Instant lastSyncAt,
        @Nullable Instant lastSuccessfulSyncAt,
        List<Entry> recentSyncs,
        @Momentary @Nullable String nextCursor)
        implements Revalidated {

    record Entry(
            String syncId,
            String syncMode,
            String trigger,
            String status,
            Instant startedAt,
            @Nullable Instant completedAt,
            long durationSeconds,
            long recordsProcessed,
            long recordsSuccess,
            long recordsFailed,
            long patientsProcessed,
            long requestsMade,
            int attempts,
            List<String> errors,
            SyncView.@Nullable Failure failure,
            SyncView.@Nullable Alarm alarm) {

        static Entry of(SyncRun run) {
            SyncProgress progress = run.progress();
            return new Entry(
                    run.id().value(),
                    run.order().mode().code(),
                    run.order().trigger().code(),
                    SyncView.status(run),
                    run.order().requestedAt(),
                    SyncView.completedAt(run),
                    SyncDuration.of(run).toSeconds(),
                    progress.fetched() + progress.failed(),
                    progress.fetched(),
                    progress.failed(),
                    progress.stream(SyncStream.PATIENTS).fetched(),
                    progress.requestsMade(),
                    run.attempt(),
                    SyncView.errors(run),
                    SyncView.failure(run),
                    SyncView.alarm(progress));
        }
    }

    static SyncHistoryResponse of(
            OrganizationId organization, SyncStatistics figures, List<SyncRun> runs, @Nullable String nextCursor) {
        long finished = figures.completed() + figures.failed() + figures.cancelled();
        return new SyncHistoryResponse(
                organization.value(),
                figures.total(),
                figures.completed(),
                figures.failed(),
                figures.cancelled(),
                percent(figures.completed(), finished),
                percent(figures.failed(), finished),
                Math.round(figures.averageSeconds()),
                Math.round(figures.medianSeconds()),
                Math.round(figures.p95Seconds()),
                oneDecimal(figures.averageRecordsPerSecond()),
                figures.lastAt(),
                figures.lastSuccessfulAt(),
                runs.stream().map(Entry::of).toList(),
                nextCursor);
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : oneDecimal(100.0 * part / whole);
    }

    private static double oneDecimal(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
