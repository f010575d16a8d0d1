package io.routiq.application.practice;

class InMemoryLatestActivityTest extends LatestActivityContract {

    private final CopyPorts ports = CopyPorts.inMemory();

    @Override
    protected CopyPorts ports() {
        return ports;
    }
}
