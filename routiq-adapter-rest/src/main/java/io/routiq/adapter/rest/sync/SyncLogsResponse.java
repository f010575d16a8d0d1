package io.routiq.adapter.rest.sync;

import io.routiq.adapter.rest.http.Revalidated;
import io.routiq.application.sync.ListSyncHistory;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRun;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest runs as logs; {@code totalLogs} counts all there are. */
record SyncLogsResponse(List<Log> logs, long totalLogs) implements Revalidated {

    @Schema(name = "SyncLog")
    record Log(
            String id,
            String status,
            String operationType,
            long recordsProcessed,
            long recordsSuccess,
            long recordsFailed,
            Instant startedAt,
            @Nullable Instant completedAt,
            Metadata metadata) {

        static Log of(SyncRun run) {
            SyncProgress progress = run.progress();
            return new Log(
                    run.id().value(),
                    SyncView.status(run),
                    run.order().mode().code(),
                    progress.fetched() + progress.failed(),
                    progress.fetched(),
                    progress.failed(),
                    run.order().requestedAt(),
                    SyncView.completedAt(run),
                    new Metadata(
                            run.order().trigger().code(),
                            progress.percentage(),
                            progress.activePatients(),
                            SyncView.errors(run),
                            SyncView.failure(run)));
        }
    }

    @Schema(name = "SyncLogMetadata")
    record Metadata(
            String trigger,
            int progressPercentage,
            long activePatients,
            List<String> errors,
            SyncView.@Nullable Failure failure) {}

    static SyncLogsResponse of(ListSyncHistory.History history) {
        return new SyncLogsResponse(
                history.runs().stream().map(Log::of).toList(),
                history.statistics().total());
    }
}
