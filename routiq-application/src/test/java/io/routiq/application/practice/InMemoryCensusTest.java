package io.routiq.application.practice;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.sync.InMemorySyncRuns;
import io.routiq.application.sync.SyncRuns;

class InMemoryCensusTest extends CensusContract {

    private final CopyPorts ports = CopyPorts.inMemory();
    private final InMemorySyncRuns runs = new InMemorySyncRuns((InMemoryTransactions) ports.transactions());

    @Override
    protected CopyPorts ports() {
        return ports;
    }

    @Override
    protected SyncRuns runs() {
        return runs;
    }
}
