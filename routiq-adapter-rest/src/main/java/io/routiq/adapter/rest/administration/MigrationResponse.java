package io.routiq.adapter.rest.administration;

import io.routiq.application.administration.MigrateSchema;
import io.routiq.application.administration.SchemaMigrations.Migration;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a migration did. */
record MigrationResponse(
        Instant migrationCompletedAt,
        String schemaVersion,

        @Schema(description = "Versions of the migrations that were missing; empty when nothing had to be done")
        List<String> applied,

        List<Step> results,
        String message) {

    @Schema(name = "MigrationStep")
    record Step(
            @Schema(description = "`null` for a migration that is applied again whenever it changes") @Nullable
            String version,

            String description,
            long durationMs) {

        static Step of(Migration migration) {
            return new Step(
                    migration.version(),
                    migration.description(),
                    migration.took().toMillis());
        }
    }

    static MigrationResponse of(MigrateSchema.Outcome outcome) {
        List<Migration> migrations = outcome.applied().migrations();
        String version = outcome.applied().schemaVersion();
        return new MigrationResponse(
                outcome.completedAt(),
                version,
                migrations.stream()
                        .map(Migration::version)
                        .filter(Objects::nonNull)
                        .toList(),
                migrations.stream().map(Step::of).toList(),
                migrations.isEmpty()
                        ? "Nothing had to be done: the schema is at version " + version
                                + ", and each organization's services follow from its connection"
                        : "The schema is at version " + version + " now; migrations applied: " + migrations.size());
    }
}
