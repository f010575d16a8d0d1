package io.routiq.application.sync;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.Transactions;

class InMemorySyncRunsTest extends SyncRunsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final SyncRuns runs = new InMemorySyncRuns(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected SyncRuns runs() {
        return runs;
    }
}
