package io.routiq.application.connection;

import io.routiq.application.InMemoryTransactions;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/** The schedule in memory; nothing starts by itself. */
public final class InMemorySyncSchedule implements SyncSchedule {

    private final InMemoryTransactions.Table<String, Instant> planned;

    public InMemorySyncSchedule(InMemoryTransactions transactions) {
        planned = transactions.table();
    }

    @Override
    public void plan(OrganizationId organization, Instant at) {
        planned.of(organization).put("next", at);
    }

    @Override
    public void forget(OrganizationId organization) {
        planned.of(organization).clear();
    }

    @Override
    public Optional<Instant> next(OrganizationId organization) {
        return Optional.ofNullable(planned.of(organization).get("next"));
    }
}
