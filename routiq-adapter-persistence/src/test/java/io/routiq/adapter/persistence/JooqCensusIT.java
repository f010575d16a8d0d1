package io.routiq.adapter.persistence;

import io.routiq.application.practice.CensusContract;
import io.routiq.application.practice.CopyPorts;
import io.routiq.application.sync.SyncRuns;
import org.junit.jupiter.api.AutoClose;

class JooqCensusIT extends CensusContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CopyPorts ports() {
        return DATABASE.copyPorts();
    }

    @Override
    protected SyncRuns runs() {
        return DATABASE.get(SyncRuns.class);
    }
}
