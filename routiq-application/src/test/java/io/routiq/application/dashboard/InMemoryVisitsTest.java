package io.routiq.application.dashboard;

import io.routiq.application.practice.CopyPorts;
import io.routiq.application.practice.InMemoryPracticeCopy;

class InMemoryVisitsTest extends VisitsContract {

    private final CopyPorts ports = CopyPorts.inMemory();

    @Override
    protected CopyPorts ports() {
        return ports;
    }

    @Override
    protected Visits visits() {
        return new InMemoryVisits((InMemoryPracticeCopy) ports.copy());
    }
}
