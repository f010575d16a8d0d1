package io.routiq.application.sync;

import io.routiq.application.Transactions;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import java.util.Optional;

/** Looks at one run. */
public final class GetSyncRun {

    private final Transactions transactions;
    private final SyncRuns runs;

    public GetSyncRun(Transactions transactions, SyncRuns runs) {
        this.transactions = transactions;
        this.runs = runs;
    }

    /** The run as it is, or empty if the organization has none of that id. */
    public Optional<SyncRun> get(OrganizationId organization, SyncRunId id) {
        return transactions.within(organization, () -> runs.find(organization, id));
    }
}
