package io.routiq.bootstrap.benchmarks;

import io.routiq.adapter.persistence.PersistenceConfiguration;
import io.routiq.adapter.persistence.PersistenceSettings;
import io.routiq.domain.organization.OrganizationId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A PostgreSQL of its own with practices of made-up patients, and the storage ports on top. */
final class LargeDatabase implements AutoCloseable {

    private static final String OWNER = "routiq_owner";
    private static final String USER = "routiq_app";
    private static final String PASSWORD = "of-a-benchmark";

    /** Names and creation in no order, every hundredth nameless; latest visits from 300 days ago to 60 days ahead. */
    private static final String PATIENTS = """
            insert into patient (organization_id, patient_id, first_name, sort_name, search_text,
                                 created_at, updated_at, latest_appointment_at)
            select current_setting('routiq.organization_id'), number::text,
                   case when number % 100 > 0 then 'No ' || scattered end,
                   case when number % 100 > 0 then 'no ' || scattered else U&'\\+10FFFF' end,
                   'no ' || scattered || '  614' || lpad(scattered::text, 8, '0'),
                   now() - make_interval(mins => scattered), now(),
                   now() + make_interval(mins => scattered % 518400 - 432000)
            from generate_series(1, ?) as number, lateral (select number * 7919 % 999983 as scattered) as s
            """;

    private static final String TYPES = """
            insert into appointment_type (organization_id, appointment_type_id, name, name_key, updated_at)
            select current_setting('routiq.organization_id'), number::text, 'Type ' || number, 'type ' || number, now()
            from generate_series(1, 25) as number
            """;

    /** Each of a patient's visits is three weeks before the next one. */
    private static final String APPOINTMENTS = """
            insert into appointment (organization_id, appointment_id, patient_id, starts_at, appointment_type_id,
                                     did_not_arrive, created_at, updated_at)
            select organization_id, patient_id || '-' || visit, patient_id,
                   latest_appointment_at - make_interval(days => 21 * visit),
                   (1 + (patient_id::int + visit * visit) % 25)::text, false, now(), now()
            from patient, generate_series(0, ? - 1) as visit
            """;

    private final EmbeddedPostgres server;
    private final PersistenceSettings settings;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    LargeDatabase() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        String address = "jdbc:postgresql://localhost:" + server.getPort() + "/";
        settings = new PersistenceSettings(address + "routiq", USER, PASSWORD, OWNER, PASSWORD, 2);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + OWNER + " login createrole password '" + PASSWORD + "'");
            statement.execute("create database routiq owner " + OWNER);
        }
        context.registerBean(PersistenceSettings.class, () -> settings);
        context.register(PersistenceConfiguration.class);
        context.refresh();
    }

    <T> T get(Class<T> port) {
        return context.getBean(port);
    }

    /** As the service's own role: its policies let it write this organization's rows and no others. */
    void fill(OrganizationId organization, int patients, int visits) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url(), USER, PASSWORD)) {
            execute(connection, "select set_config('routiq.organization_id', '" + organization + "', false)");
            execute(connection, PATIENTS, patients);
            execute(connection, TYPES);
            execute(connection, APPOINTMENTS, visits);
        }
    }

    /** Gives PostgreSQL the figures that it plans by, as its own daemon would after a while. */
    void settle() throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url(), OWNER, PASSWORD)) {
            execute(connection, "vacuum analyze");
        }
    }

    private static void execute(Connection connection, String sql, int... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int number = 0; number < values.length; number++) {
                statement.setInt(number + 1, values[number]);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws IOException {
        context.close();
        server.close();
    }
}
