package io.routiq.adapter.persistence;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** The schema that this build needs, once it is there. Whoever asks for it may use the tables. */
record MigratedSchema(MigrationVersion version) {

    /** A database that is being started beside the service gets this many chances, each a little later. */
    private static final int CONNECT_RETRIES = 6;

    /** Applies what is missing, as the owner. Any number of instances may do so at once. */
    static MigratedSchema migrate(PersistenceSettings settings) {
        Flyway flyway = flyway(settings);
        flyway.migrate();
        return new MigratedSchema(flyway.info().current().getVersion());
    }

    static Flyway flyway(PersistenceSettings settings) {
        return Flyway.configure(MigratedSchema.class.getClassLoader())
                .dataSource(settings.url(), settings.ownerUser(), settings.ownerPassword())
                .locations("classpath:db/migration")
                .placeholders(Map.of("application_role", settings.user(), "search_role", settings.searchRole()))
                .callbacks(new ApplicationRole(settings))
                .validateMigrationNaming(true)
                .connectRetries(CONNECT_RETRIES)
                .load();
    }
}
