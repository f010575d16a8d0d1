package io.routiq.application.practice;

class InMemoryMergedPatientsTest extends MergedPatientsContract {

    private final CopyPorts ports = CopyPorts.inMemory();

    @Override
    protected CopyPorts ports() {
        return ports;
    }
}
