package io.routiq.adapter.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One PostgreSQL for all tests of this JVM: embedded binaries, or a container where {@code routiq.test.postgres} is
 * {@code docker}. Neither the owner nor the service's role is a superuser, because a superuser is bound by no policy.
 */
public final class PostgresTestServer {

    private static final String OWNER = "routiq_owner";
    private static final String OWNER_PASSWORD = "owner-of-a-test";
    private static final String USER = "routiq_app";
    private static final String PASSWORD = "user-of-a-test";
    private static final String TEMPLATE = "routiq_template";

    private final String address;
    private final String superuser;
    private final String superuserPassword;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresTestServer(String address, String superuser, String superuserPassword) {
        this.address = address;
        this.superuser = superuser;
        this.superuserPassword = superuserPassword;
    }

    private static final class Running {
        static final PostgresTestServer SERVER = start();
    }

    /** Settings of a new database that has the whole schema and no rows. */
    public static PersistenceSettings newDatabase() {
        return Running.SERVER.create(TEMPLATE);
    }

    /** Settings of a new database in which nothing was ever migrated. */
    public static PersistenceSettings newEmptyDatabase() {
        return Running.SERVER.create("template1");
    }

    /** A connection that no policy binds, to prepare and to look behind the scenes. */
    static Connection superuser(PersistenceSettings database) throws SQLException {
        return DriverManager.getConnection(database.url(), Running.SERVER.superuser, Running.SERVER.superuserPassword);
    }

    private static PostgresTestServer start() {
        PostgresTestServer server = "docker".equals(System.getProperty("routiq.test.postgres")) ? docker() : embedded();
        server.execute(
                "postgres", "create role " + OWNER + " login createrole createdb password '" + OWNER_PASSWORD + "'");
        server.execute("postgres", "create database " + TEMPLATE + " owner " + OWNER);
        MigratedSchema.migrate(server.settings(TEMPLATE));
        return server;
    }

    private static PostgresTestServer embedded() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
            return new PostgresTestServer("jdbc:postgresql://localhost:" + postgres.getPort() + "/", "postgres", "");
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not start", failure);
        }
    }

    /** The container ends with the JVM. */
    @SuppressWarnings("resource")
    private static PostgresTestServer docker() {
        var postgres =
                new PostgreSQLContainer("postgres:18-alpine").withCommand("postgres", "-c", "max_connections=300");
        postgres.start();
        return new PostgresTestServer(
                "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getFirstMappedPort() + "/",
                postgres.getUsername(),
                postgres.getPassword());
    }

    /** The time zone is one that no assumption about offsets survives. */
    private PersistenceSettings create(String template) {
        String name = "routiq_" + databases.incrementAndGet();
        execute("postgres", "create database " + name + " template " + template + " owner " + OWNER);
        execute("postgres", "alter database " + name + " set timezone to 'Pacific/Chatham'");
        return settings(name);
    }

    private PersistenceSettings settings(String database) {
        return new PersistenceSettings(address + database, USER, PASSWORD, OWNER, OWNER_PASSWORD, 8);
    }

    private void execute(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(address + database, superuser, superuserPassword);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("The test server could not be prepared", failure);
        }
    }
}
