package io.routiq.application.idempotency;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.Transactions;

class InMemoryIdempotencyKeysTest extends IdempotencyKeysContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final IdempotencyKeys keys = new InMemoryIdempotencyKeys(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected IdempotencyKeys keys() {
        return keys;
    }
}
