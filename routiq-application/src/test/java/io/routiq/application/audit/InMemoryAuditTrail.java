package io.routiq.application.audit;

import io.routiq.application.InMemoryTransactions;
import io.routiq.domain.organization.OrganizationId;
import java.util.List;

/** The audit trail in memory. */
public final class InMemoryAuditTrail implements AuditTrail {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<Integer, ReadEvent> entries;

    public InMemoryAuditTrail(InMemoryTransactions transactions) {
        this.transactions = transactions;
        entries = transactions.table();
    }

    @Override
    public void record(OrganizationId organization, ReadEvent event) {
        var rows = entries.of(organization);
        rows.put(rows.size(), event);
    }

    /** What was written and committed, oldest first. */
    public List<ReadEvent> entries(OrganizationId organization) {
        return transactions.within(
                organization, () -> List.copyOf(entries.of(organization).values()));
    }
}
