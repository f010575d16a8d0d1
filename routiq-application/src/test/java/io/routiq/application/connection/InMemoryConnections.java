package io.routiq.application.connection;

import io.routiq.application.InMemoryTransactions;
import io.routiq.domain.organization.OrganizationId;
import java.util.Optional;

/** Connections in memory. */
public final class InMemoryConnections implements Connections {

    private final InMemoryTransactions.Table<OrganizationId, Connection> connections;

    public InMemoryConnections(InMemoryTransactions transactions) {
        connections = transactions.table();
    }

    @Override
    public Optional<Connection> find(OrganizationId organization) {
        return Optional.ofNullable(connections.of(organization).get(organization));
    }

    @Override
    public Optional<Connection> lock(OrganizationId organization) {
        return find(organization);
    }

    @Override
    public void save(OrganizationId organization, Connection connection) {
        connections.of(organization).put(organization, connection);
    }

    @Override
    public void remove(OrganizationId organization) {
        connections.of(organization).remove(organization);
    }
}
