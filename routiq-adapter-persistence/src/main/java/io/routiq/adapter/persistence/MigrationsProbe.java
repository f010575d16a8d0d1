package io.routiq.adapter.persistence;

import io.routiq.application.health.HealthProbe;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks whether the schema is still the one that this build needs, or a later one that another instance has made. */
final class MigrationsProbe implements HealthProbe {

    private static final String APPLIED =
            "select version from flyway_schema_history where success and version is not null";

    private final JdbcClient database;
    private final MigratedSchema needed;

    MigrationsProbe(DataSource dataSource, MigratedSchema needed) {
        this.database = JdbcClient.create(dataSource);
        this.needed = needed;
    }

    @Override
    public String name() {
        return "migrations";
    }

    @Override
    public State whenSilent() {
        return State.UNHEALTHY;
    }

    @Override
    public Finding examine() {
        MigrationVersion newest =
                database
                        .sql(APPLIED)
                        .query((row, number) -> MigrationVersion.fromVersion(row.getString(1)))
                        .list()
                        .stream()
                        .max(MigrationVersion::compareTo)
                        .orElse(MigrationVersion.EMPTY);
        State state = newest.compareTo(needed.version()) < 0 ? State.UNHEALTHY : State.HEALTHY;
        return new Finding(state, Map.of("schema_version", newest.toString()));
    }
}
