package io.routiq.application.connection;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.Transactions;

class InMemoryConnectionsTest extends ConnectionsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Connections connections = new InMemoryConnections(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Connections connections() {
        return connections;
    }
}
