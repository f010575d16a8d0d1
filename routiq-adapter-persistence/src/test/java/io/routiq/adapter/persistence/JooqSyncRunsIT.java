package io.routiq.adapter.persistence;

import io.routiq.application.Transactions;
import io.routiq.application.sync.SyncRuns;
import io.routiq.application.sync.SyncRunsContract;
import org.junit.jupiter.api.AutoClose;

class JooqSyncRunsIT extends SyncRunsContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Transactions transactions() {
        return DATABASE.get(Transactions.class);
    }

    @Override
    protected SyncRuns runs() {
        return DATABASE.get(SyncRuns.class);
    }
}
