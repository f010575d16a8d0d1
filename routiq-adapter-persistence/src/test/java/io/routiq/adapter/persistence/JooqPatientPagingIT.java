package io.routiq.adapter.persistence;

import io.routiq.application.patient.PatientPagingContract;
import io.routiq.application.practice.CopyPorts;
import org.junit.jupiter.api.AutoClose;

class JooqPatientPagingIT extends PatientPagingContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CopyPorts ports() {
        return DATABASE.copyPorts();
    }
}
