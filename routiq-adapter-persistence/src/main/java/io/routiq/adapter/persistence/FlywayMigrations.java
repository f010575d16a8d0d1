package io.routiq.adapter.persistence;

import io.routiq.application.administration.SchemaMigrations;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.api.output.MigrateResult;

/** Migrates as every start does, as the owner. */
final class FlywayMigrations implements SchemaMigrations {

    private final PersistenceSettings settings;

    FlywayMigrations(PersistenceSettings settings) {
        this.settings = settings;
    }

    @Override
    public Applied apply() {
        var flyway = MigratedSchema.flyway(settings);
        MigrateResult result = flyway.migrate();
        List<Migration> migrations =
                result.migrations.stream().map(FlywayMigrations::migration).toList();
        return new Applied(flyway.info().current().getVersion().toString(), migrations);
    }

    private static Migration migration(MigrateOutput output) {
        return new Migration(
                output.version == null || output.version.isEmpty() ? null : output.version,
                output.description,
                Duration.ofMillis(output.executionTime));
    }
}
