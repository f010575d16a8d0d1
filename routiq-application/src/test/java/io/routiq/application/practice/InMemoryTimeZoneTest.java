package io.routiq.application.practice;

class InMemoryTimeZoneTest extends TimeZoneContract {

    private final CopyPorts ports = CopyPorts.inMemory();

    @Override
    protected CopyPorts ports() {
        return ports;
    }
}
