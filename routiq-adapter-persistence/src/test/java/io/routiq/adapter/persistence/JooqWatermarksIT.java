package io.routiq.adapter.persistence;

import io.routiq.application.Transactions;
import io.routiq.application.practice.Watermarks;
import io.routiq.application.practice.WatermarksContract;
import org.junit.jupiter.api.AutoClose;

class JooqWatermarksIT extends WatermarksContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Transactions transactions() {
        return DATABASE.get(Transactions.class);
    }

    @Override
    protected Watermarks watermarks() {
        return DATABASE.get(Watermarks.class);
    }
}
