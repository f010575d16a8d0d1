package io.routiq.application.patient;

import io.routiq.application.practice.CopyPorts;
import io.routiq.application.practice.InMemoryPracticeCopy;

class InMemoryAppointmentTypesTest extends AppointmentTypesContract {

    private final CopyPorts ports = CopyPorts.inMemory();

    @Override
    protected CopyPorts ports() {
        return ports;
    }

    @Override
    protected AppointmentTypes types() {
        return new InMemoryAppointmentTypes((InMemoryPracticeCopy) ports.copy());
    }
}
