package io.routiq.application.practice;

class InMemoryPracticeCopyTest extends PracticeCopyContract {

    private final CopyPorts ports = CopyPorts.inMemory();

    @Override
    protected CopyPorts ports() {
        return ports;
    }
}
