package io.routiq.application.sync;

import io.routiq.application.Transactions;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import java.time.InstantSource;
import java.util.Optional;

/** Cancels a run: from the answer on it stores nothing more, and its worker leaves it within moments. */
public final class CancelSync {

    private final Transactions transactions;
    private final SyncRuns runs;
    private final SyncCheckpoints checkpoints;
    private final InstantSource clock;

    public CancelSync(Transactions transactions, SyncRuns runs, SyncCheckpoints checkpoints, InstantSource clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** The run as it is now: cancelled, or as it had ended before; empty if the organization has no such run. */
    public Optional<SyncRun.Finished> cancel(OrganizationId organization, SyncRunId id) {
        return transactions.within(
                organization, () -> runs.lock(organization, id).map(run -> finish(organization, run)));
    }

    private SyncRun.Finished finish(OrganizationId organization, SyncRun run) {
        return switch (run) {
            case SyncRun.Finished finished -> finished;
            case SyncRun.Active active -> {
                SyncRun.Cancelled cancelled = active.cancel(clock.instant());
                runs.save(organization, active, cancelled);
                checkpoints.clear(organization, active.id());
                yield cancelled;
            }
        };
    }
}
