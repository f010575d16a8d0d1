package io.routiq.application.connection;

import io.routiq.application.Transactions;
import io.routiq.domain.organization.OrganizationId;
import java.util.Optional;

/** Looks at the connection. */
public final class GetConnection {

    private final Transactions transactions;
    private final Connections connections;

    public GetConnection(Transactions transactions, Connections connections) {
        this.transactions = transactions;
        this.connections = connections;
    }

    /** The connection, or empty while none is configured. */
    public Optional<Connection> get(OrganizationId organization) {
        return transactions.within(organization, () -> connections.find(organization));
    }
}
