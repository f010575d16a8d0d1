package io.routiq.adapter.persistence;

import io.routiq.application.Transactions;
import io.routiq.application.sync.SyncCheckpoints;
import io.routiq.application.sync.SyncCheckpointsContract;
import io.routiq.application.sync.SyncRuns;
import org.junit.jupiter.api.AutoClose;

class JooqSyncCheckpointsIT extends SyncCheckpointsContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Transactions transactions() {
        return DATABASE.get(Transactions.class);
    }

    @Override
    protected SyncCheckpoints checkpoints() {
        return DATABASE.get(SyncCheckpoints.class);
    }

    @Override
    protected SyncRuns runs() {
        return DATABASE.get(SyncRuns.class);
    }
}
