package io.routiq.application.connection;

import io.routiq.application.Transactions;
import io.routiq.domain.organization.OrganizationId;
import java.util.Optional;
import java.util.function.Predicate;

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
        NOT_CONFIGURED,
        /** The connection is not what was expected, and stays. */
        UNEXPECTED
    }

    /** Whatever the connection is. */
    public Outcome remove(OrganizationId organization) {
        return remove(organization, present -> true);
    }

    /**
     * Removes the connection if it is as expected.
     *
     * @param expected what has to hold of the present connection
     */
    public Outcome remove(OrganizationId organization, Predicate<Optional<Connection>> expected) {
        return transactions.within(organization, () -> {
            Optional<Connection> present = connections.lock(organization);
            if (!expected.test(present)) {
                return Outcome.UNEXPECTED;
            }
            if (present.isEmpty()) {
                return Outcome.NOT_CONFIGURED;
            }
            connections.remove(organization);
            schedule.forget(organization);
            return Outcome.REMOVED;
        });
    }
}
