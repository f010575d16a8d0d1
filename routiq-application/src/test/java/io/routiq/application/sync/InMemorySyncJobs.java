package io.routiq.application.sync;

import io.routiq.application.InMemoryTransactions;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRunId;
import java.util.List;

/** Collects the runs that workers were to be given, and gives them to nobody. */
public final class InMemorySyncJobs implements SyncJobs {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<Integer, SyncRunId> jobs;

    public InMemorySyncJobs(InMemoryTransactions transactions) {
        this.transactions = transactions;
        jobs = transactions.table();
    }

    @Override
    public void schedule(OrganizationId organization, SyncRunId run) {
        var rows = jobs.of(organization);
        rows.put(rows.size(), run);
    }

    /** What was scheduled and committed, oldest first. */
    public List<SyncRunId> scheduled(OrganizationId organization) {
        return transactions.within(
                organization, () -> List.copyOf(jobs.of(organization).values()));
    }
}
