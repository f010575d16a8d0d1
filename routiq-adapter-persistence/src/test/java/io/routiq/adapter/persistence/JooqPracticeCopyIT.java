package io.routiq.adapter.persistence;

import io.routiq.application.practice.CopyPorts;
import io.routiq.application.practice.PracticeCopyContract;
import org.junit.jupiter.api.AutoClose;

class JooqPracticeCopyIT extends PracticeCopyContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CopyPorts ports() {
        return DATABASE.copyPorts();
    }
}
