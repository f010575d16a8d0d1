package io.routiq.application.sync;

import io.routiq.domain.sync.SyncRun;
import java.time.Duration;
import java.time.Instant;

/** How long a run took, or takes: from the request to the end, or to the last sign of life. */
public final class SyncDuration {

    private SyncDuration() {}

    public static Duration of(SyncRun run) {
        Instant end = run instanceof SyncRun.Finished finished
                ? finished.finishedAt()
                : run.progress().updatedAt();
        return Duration.between(run.order().requestedAt(), end);
    }
}
