package io.routiq.adapter.persistence;

import io.routiq.application.Transactions;
import io.routiq.application.idempotency.IdempotencyKeys;
import io.routiq.application.idempotency.IdempotencyKeysContract;
import org.junit.jupiter.api.AutoClose;

class JooqIdempotencyKeysIT extends IdempotencyKeysContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Transactions transactions() {
        return DATABASE.get(Transactions.class);
    }

    @Override
    protected IdempotencyKeys keys() {
        return DATABASE.get(IdempotencyKeys.class);
    }
}
