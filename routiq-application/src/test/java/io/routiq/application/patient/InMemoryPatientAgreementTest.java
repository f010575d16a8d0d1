package io.routiq.application.patient;

import io.routiq.application.practice.CopyPorts;

class InMemoryPatientAgreementTest extends PatientAgreementContract {

    private final CopyPorts ports = CopyPorts.inMemory();

    @Override
    protected CopyPorts ports() {
        return ports;
    }
}
