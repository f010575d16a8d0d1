package io.routiq.adapter.rest;

import io.routiq.application.administration.SchemaMigrations;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Migrations that a test has put in, applied when somebody asks for it. */
final class PendingMigrations implements SchemaMigrations {

    private final Queue<Migration> pending = new ConcurrentLinkedQueue<>();

    void add(Migration migration) {
        pending.add(migration);
    }

    @Override
    public Applied apply() {
        List<Migration> applied = List.copyOf(pending);
        pending.clear();
        return new Applied("7", applied);
    }
}
