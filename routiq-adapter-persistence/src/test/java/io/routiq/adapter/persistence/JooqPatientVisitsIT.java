package io.routiq.adapter.persistence;

import io.routiq.application.patient.PatientVisitsContract;
import io.routiq.application.practice.CopyPorts;
import org.junit.jupiter.api.AutoClose;

class JooqPatientVisitsIT extends PatientVisitsContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CopyPorts ports() {
        return DATABASE.copyPorts();
    }
}
