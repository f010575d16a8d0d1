package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.administration.SchemaMigrations;
import io.routiq.application.administration.SchemaMigrations.Applied;
import io.routiq.application.administration.SchemaMigrations.Migration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlywayMigrationsIT {

    @Test
    void appliesWhatIsMissingAndNothingTheSecondTime() {
        SchemaMigrations migrations = new FlywayMigrations(PostgresTestServer.newEmptyDatabase());

        Applied first = migrations.apply();
        Applied second = migrations.apply();

        assertThat(first.migrations())
                .extracting(Migration::version)
                .startsWith("1", "2")
                .endsWith((String) null);
        assertThat(first.migrations()).extracting(Migration::description).contains("grants");
        assertThat(second).isEqualTo(new Applied(first.schemaVersion(), List.of()));
    }
}
