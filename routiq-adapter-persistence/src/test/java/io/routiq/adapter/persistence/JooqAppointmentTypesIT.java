package io.routiq.adapter.persistence;

import io.routiq.application.patient.AppointmentTypes;
import io.routiq.application.patient.AppointmentTypesContract;
import io.routiq.application.practice.CopyPorts;
import org.junit.jupiter.api.AutoClose;

class JooqAppointmentTypesIT extends AppointmentTypesContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CopyPorts ports() {
        return DATABASE.copyPorts();
    }

    @Override
    protected AppointmentTypes types() {
        return DATABASE.get(AppointmentTypes.class);
    }
}
