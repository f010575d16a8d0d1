package io.routiq.application.practice;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.Transactions;

class InMemoryWatermarksTest extends WatermarksContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Watermarks watermarks = new InMemoryWatermarks(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Watermarks watermarks() {
        return watermarks;
    }
}
