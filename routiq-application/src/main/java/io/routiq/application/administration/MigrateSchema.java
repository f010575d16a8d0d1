package io.routiq.application.administration;

import java.time.Instant;
import java.time.InstantSource;

/** Brings the store's schema up to date. What organizations have of services follows from their connections. */
public final class MigrateSchema {

    private final SchemaMigrations migrations;
    private final InstantSource clock;

    public MigrateSchema(SchemaMigrations migrations, InstantSource clock) {
        this.migrations = migrations;
        this.clock = clock;
    }

    /** What was done, and when that was done. */
    public record Outcome(SchemaMigrations.Applied applied, Instant completedAt) {}

    public Outcome migrate() {
        SchemaMigrations.Applied applied = migrations.apply();
        return new Outcome(applied, clock.instant());
    }
}
