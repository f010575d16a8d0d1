package io.routiq.adapter.persistence;

import io.routiq.application.practice.CopyPorts;
import io.routiq.application.practice.QuarantineContract;
import org.junit.jupiter.api.AutoClose;

class JooqQuarantineIT extends QuarantineContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CopyPorts ports() {
        return DATABASE.copyPorts();
    }
}
