package io.routiq.application;

import io.routiq.domain.organization.OrganizationId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transactions over tables in memory: one at a time for each organization, undone when the work throws. Tables refuse
 * whoever comes without a transaction of the right organization.
 */
public final class InMemoryTransactions implements Transactions {

    private final List<Table<?, ?>> tables = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> nextFailure = new AtomicReference<>();
    private final Map<OrganizationId, ReentrantLock> locks = new ConcurrentHashMap<>();

    @Override
    public <T> T within(OrganizationId organization, Supplier<T> work) {
        Optional<OrganizationId> outer = current();
        if (outer.isEmpty()) {
            return begin(organization, work);
        }
        requireInside(organization);
        return work.get();
    }

    /** Nobody else is at the tables meanwhile. */
    @Override
    public <T> T reading(OrganizationId organization, Supplier<T> work) {
        return within(organization, work);
    }

    /** The next transaction that begins fails in this way. */
    public void failNext(RuntimeException failure) {
        nextFailure.set(failure);
    }

    private <T> T begin(OrganizationId organization, Supplier<T> work) {
        RuntimeException failure = nextFailure.getAndSet(null);
        if (failure != null) {
            throw failure;
        }
        ReentrantLock lock = locks.computeIfAbsent(organization, any -> new ReentrantLock());
        lock.lock();
        List<Runnable> undo =
                tables.stream().map(table -> table.restorer(organization)).toList();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                undo.forEach(Runnable::run);
            }
            lock.unlock();
        }
    }

    /** The organization in whose transaction the calling thread is. */
    private Optional<OrganizationId> current() {
        return locks.entrySet().stream()
                .filter(lock -> lock.getValue().isHeldByCurrentThread())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Does nothing inside a transaction of the organization.
     *
     * @throws IllegalStateException outside, or inside one of another organization
     */
    public void requireInside(OrganizationId organization) {
        if (!current().equals(Optional.of(organization))) {
            throw new IllegalStateException("Not inside a transaction of " + organization);
        }
    }

    /**
     * Does nothing outside of transactions.
     *
     * @throws IllegalStateException inside one: nobody may wait for others there
     */
    public void requireOutside() {
        if (current().isPresent()) {
            throw new IllegalStateException("Inside a transaction");
        }
    }

    /** A new table, empty for every organization. */
    public <K, V> Table<K, V> table() {
        Table<K, V> table = new Table<>();
        tables.add(table);
        return table;
    }

    /** Rows by key, apart for each organization, in the order they came. Values must not change. */
    public final class Table<K, V> {

        private final Map<OrganizationId, SequencedMap<K, V>> rows = new ConcurrentHashMap<>();

        private Table() {}

        /**
         * The organization's rows, to read and to change.
         *
         * @throws IllegalStateException if the caller is not inside a transaction of the organization
         */
        public SequencedMap<K, V> of(OrganizationId organization) {
            requireInside(organization);
            return rows.computeIfAbsent(organization, any -> new LinkedHashMap<>());
        }

        private Runnable restorer(OrganizationId organization) {
            SequencedMap<K, V> before = new LinkedHashMap<>(rows.getOrDefault(organization, new LinkedHashMap<>()));
            return () -> rows.put(organization, before);
        }
    }
}
