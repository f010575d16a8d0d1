package io.routiq.adapter.persistence;

import io.routiq.application.practice.CopyPorts;
import io.routiq.application.practice.LatestActivityContract;
import org.junit.jupiter.api.AutoClose;

class JooqLatestActivityIT extends LatestActivityContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CopyPorts ports() {
        return DATABASE.copyPorts();
    }
}
