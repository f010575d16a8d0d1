package io.routiq.adapter.persistence;

import io.routiq.application.practice.CopyPorts;
import io.routiq.application.practice.VanishedRecordsContract;
import org.junit.jupiter.api.AutoClose;

class JooqVanishedRecordsIT extends VanishedRecordsContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CopyPorts ports() {
        return DATABASE.copyPorts();
    }
}
