package io.routiq.application.connection;

import io.routiq.application.Transactions;
import io.routiq.domain.organization.OrganizationId;

/** Removes the connection, its key and its schedule. The data stays; a run that uses the key is left within moments. */
public final class RemoveConnection {

    private final Transactions transactions;
    private final Connections connections;
    private final SyncSchedule schedule;

    public RemoveConnection(Transactions transactions, Connections connections, SyncSchedule schedule) {
        this.transactions = transactions;
        this.connections = connections;
        this.schedule = schedule;
    }

    /** Whether there was one to remove. */
    public enum Outcome {
        REMOVED,
        NOT_CONFIGURED
    }

    public Outcome remove(OrganizationId organization) {
        return transactions.within(organization, () -> {
            if (connections.lock(organization).isEmpty()) {
                return Outcome.NOT_CONFIGURED;
            }
            connections.remove(organization);
            schedule.forget(organization);
            return Outcome.REMOVED;
        });
    }
}
