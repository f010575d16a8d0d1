package io.routiq.application.patient;

import io.routiq.application.practice.CopyPorts;

class InMemoryPatientVisitsTest extends PatientVisitsContract {

    private final CopyPorts ports = CopyPorts.inMemory();

    @Override
    protected CopyPorts ports() {
        return ports;
    }
}
