package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigratedSchemaIT {

    private static final String PASSWORD = "password-of-a-test";

    @Test
    void migratesAnEmptyDatabaseAndCreatesTheRole() throws SQLException {
        PersistenceSettings settings = servedBy("routiq_created");

        MigratedSchema schema = MigratedSchema.migrate(settings);

        assertThat(schema.version().toString()).matches("\\d+");
        try (Connection connection = service(settings)) {
            assertThat(DSL.using(connection, SQLDialect.POSTGRES).fetchValue("select count(*) from patient"))
                    .isEqualTo(0L);
        }
    }

    @Test
    void changesNothingTheSecondTime() {
        PersistenceSettings settings = servedBy("routiq_twice");
        MigratedSchema first = MigratedSchema.migrate(settings);

        assertThat(MigratedSchema.migrate(settings)).isEqualTo(first);
    }

    @Test
    void letsManyInstancesMigrateAtOnce() throws InterruptedException {
        PersistenceSettings settings = servedBy("routiq_at_once");
        Callable<MigratedSchema> instance = () -> MigratedSchema.migrate(settings);

        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MigratedSchema>> all = instances.invokeAll(Collections.nCopies(4, instance));
            assertThat(all)
                    .map(Future::resultNow)
                    .hasSize(4)
                    .containsOnly(all.getFirst().resultNow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"routiq_owner", "postgres"})
    void refusesARoleThatPoliciesDoNotBind(String role) {
        PersistenceSettings settings = servedBy(role);

        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(() -> MigratedSchema.migrate(settings))
                .withMessageContaining("'" + role + "'")
                .withMessageContaining("plain role");
    }

    /** Each would let the service see by the searching role what its own policies hide. */
    @ParameterizedTest
    @CsvSource({
        "routiq_member, grant routiq_member_search to routiq_member, routiq_member",
        "routiq_open, alter role routiq_open_search login, routiq_open_search",
        "routiq_free, alter role routiq_free_search bypassrls, routiq_free_search"
    })
    void refusesASearchingRoleThatIsMoreThanThat(String user, String change, String refused) throws SQLException {
        PersistenceSettings settings = servedBy(user);
        MigratedSchema.migrate(settings);
        try (Connection superuser = PostgresTestServer.superuser(settings)) {
            DSL.using(superuser, SQLDialect.POSTGRES).execute(change);
        }

        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(() -> MigratedSchema.migrate(settings))
                .withMessageContaining("'" + refused + "'");
    }

    @Test
    void servesAnotherRoleOnceItsNameIsChanged() throws SQLException {
        PersistenceSettings before = servedBy("routiq_before");
        MigratedSchema.migrate(before);
        PersistenceSettings after = new PersistenceSettings(
                before.url(), "routiq_after", PASSWORD, before.ownerUser(), before.ownerPassword(), 2);

        MigratedSchema.migrate(after);

        try (Connection connection = service(after)) {
            assertThat(DSL.using(connection, SQLDialect.POSTGRES).fetch("select find_patients('{%}')"))
                    .isEmpty();
        }
    }

    @Test
    void refusesANameThatIsTooLongForTheSearchingRole() {
        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(() -> MigratedSchema.migrate(servedBy("r".repeat(57))))
                .withMessageContaining("at most 56");
    }

    @ParameterizedTest
    @CsvSource({
        "update audit_entry set action = 'x'",
        "delete from audit_entry",
        "delete from sync_run",
        "truncate patient",
        "alter table patient disable row level security",
        "create table mine (id text)",
        "update flyway_schema_history set success = true",
    })
    void grantsTheServiceNoMoreThanItNeeds(String statement) throws SQLException {
        try (Connection connection = service(PostgresTestServer.newDatabase())) {
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);

            assertThatThrownBy(() -> sql.execute(statement)).hasMessageMatching("(?s).*(denied|must be owner).*");
        }
    }

    @Test
    void keepsPasswordsOutOfWords() {
        assertThat(servedBy("routiq_app").toString()).doesNotContain("password-of", "owner-of");
    }

    private static PersistenceSettings servedBy(String user) {
        PersistenceSettings empty = PostgresTestServer.newEmptyDatabase();
        return new PersistenceSettings(empty.url(), user, PASSWORD, empty.ownerUser(), empty.ownerPassword(), 2);
    }

    private static Connection service(PersistenceSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }
}
