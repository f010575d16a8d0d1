package io.routiq.adapter.persistence;

import io.routiq.application.Transactions;
import io.routiq.application.connection.Connections;
import io.routiq.application.connection.ConnectionsContract;
import org.junit.jupiter.api.AutoClose;

class JooqConnectionsIT extends ConnectionsContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Transactions transactions() {
        return DATABASE.get(Transactions.class);
    }

    @Override
    protected Connections connections() {
        return DATABASE.get(Connections.class);
    }
}
