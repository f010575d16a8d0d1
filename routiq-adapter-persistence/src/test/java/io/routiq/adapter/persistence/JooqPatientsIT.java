package io.routiq.adapter.persistence;

import io.routiq.application.patient.PatientsContract;
import io.routiq.application.practice.CopyPorts;
import org.junit.jupiter.api.AutoClose;

class JooqPatientsIT extends PatientsContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CopyPorts ports() {
        return DATABASE.copyPorts();
    }
}
