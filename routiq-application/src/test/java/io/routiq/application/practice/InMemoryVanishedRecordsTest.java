package io.routiq.application.practice;

class InMemoryVanishedRecordsTest extends VanishedRecordsContract {

    private final CopyPorts ports = CopyPorts.inMemory();

    @Override
    protected CopyPorts ports() {
        return ports;
    }
}
