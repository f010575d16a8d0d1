package io.routiq.adapter.persistence;

import io.routiq.application.dashboard.Visits;
import io.routiq.application.dashboard.VisitsContract;
import io.routiq.application.practice.CopyPorts;
import org.junit.jupiter.api.AutoClose;

class JooqVisitsIT extends VisitsContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CopyPorts ports() {
        return DATABASE.copyPorts();
    }

    @Override
    protected Visits visits() {
        return DATABASE.get(Visits.class);
    }
}
