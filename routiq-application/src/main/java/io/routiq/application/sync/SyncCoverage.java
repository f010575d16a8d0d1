package io.routiq.application.sync;

import io.routiq.domain.sync.StreamProgress;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncStream;
import java.util.Optional;

/**
 * How much of a practice's patients the copy holds, as far as is known: between runs all that were asked for, during a run
 * what is held of what the source says there is.
 */
public record SyncCoverage(long synced, long total) {

    public static SyncCoverage of(GetSyncDashboard.Dashboard dashboard) {
        long held = dashboard.patients().total();
        long atSource = dashboard
                .current()
                .map(SyncRun.Active::progress)
                .map(SyncCoverage::patientsAtSource)
                .orElse(0L);
        return new SyncCoverage(held, Math.max(held, atSource));
    }

    private static long patientsAtSource(SyncProgress progress) {
        StreamProgress patients = progress.stream(SyncStream.PATIENTS);
        return Optional.ofNullable(patients.total()).orElse(0L);
    }

    /** Rounded down, so that 100 means all; 0 without any patients. */
    public int percentage() {
        return total == 0 ? 0 : (int) (100 * synced / total);
    }
}
