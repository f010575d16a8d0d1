package io.routiq.application.practice;

class InMemoryQuarantineTest extends QuarantineContract {

    private final CopyPorts ports = CopyPorts.inMemory();

    @Override
    protected CopyPorts ports() {
        return ports;
    }
}
