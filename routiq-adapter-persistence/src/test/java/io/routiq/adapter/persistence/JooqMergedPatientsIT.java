package io.routiq.adapter.persistence;

import io.routiq.application.practice.CopyPorts;
import io.routiq.application.practice.MergedPatientsContract;
import org.junit.jupiter.api.AutoClose;

class JooqMergedPatientsIT extends MergedPatientsContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CopyPorts ports() {
        return DATABASE.copyPorts();
    }
}
