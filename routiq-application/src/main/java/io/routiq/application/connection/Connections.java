package io.routiq.application.connection;

import io.routiq.domain.organization.OrganizationId;
import java.util.Optional;

/** The connection of each organization. To be called inside a transaction. */
public interface Connections {

    /** The connection, or empty while none is configured. */
    Optional<Connection> find(OrganizationId organization);

    /** The same, held against changes by others until the transaction ends: for whoever is going to save. */
    Optional<Connection> lock(OrganizationId organization);

    /** Stores the connection in place of any earlier one. */
    void save(OrganizationId organization, Connection connection);

    /** Removes the connection with its credentials; there may be none. */
    void remove(OrganizationId organization);
}
