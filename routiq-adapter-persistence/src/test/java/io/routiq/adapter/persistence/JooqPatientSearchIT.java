package io.routiq.adapter.persistence;

import io.routiq.application.patient.PatientSearchContract;
import io.routiq.application.practice.CopyPorts;
import org.junit.jupiter.api.AutoClose;

class JooqPatientSearchIT extends PatientSearchContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CopyPorts ports() {
        return DATABASE.copyPorts();
    }
}
