package io.routiq.application.sync;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.Transactions;

class InMemorySyncCheckpointsTest extends SyncCheckpointsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final SyncCheckpoints checkpoints = new InMemorySyncCheckpoints(transactions);
    private final SyncRuns runs = new InMemorySyncRuns(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected SyncCheckpoints checkpoints() {
        return checkpoints;
    }

    @Override
    protected SyncRuns runs() {
        return runs;
    }
}
