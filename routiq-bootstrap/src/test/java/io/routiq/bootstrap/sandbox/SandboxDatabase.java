package io.routiq.bootstrap.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL with the two roles that production has. */
final class SandboxDatabase implements AutoCloseable {

    static final String OWNER = "routiq_owner";
    static final String USER = "routiq_app";
    private static final String NAME = "routiq";

    private final EmbeddedPostgres server;
    private final String password = UUID.randomUUID().toString();

    private SandboxDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts the server on a free port; what an earlier start left is wiped unless it is to be kept. */
    static SandboxDatabase start(Path directory, boolean keepData) {
        try {
            Files.createDirectories(directory);
            Path data = directory.resolve("postgres");
            stopLeftover(data.resolve("postmaster.pid"));
            if (!keepData) {
                FileSystemUtils.deleteRecursively(data);
            }
            SandboxDatabase database = new SandboxDatabase(EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                    .setServerConfig("timezone", "UTC")
                    .start());
            database.prepare();
            return database;
        } catch (IOException | SQLException | IllegalStateException failure) {
            throw new SandboxException(
                    "PostgreSQL did not start under " + directory + " (is the disk full?): " + failure.getMessage(),
                    failure);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + NAME;
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A sandbox that was killed could not stop its server, which would be in the way. */
    private static void stopLeftover(Path pidFile) throws IOException {
        if (Files.exists(pidFile)) {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .filter(ProcessHandle::destroy)
                    .ifPresent(process -> process.onExit().join());
        }
    }

    private void prepare() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_roles where rolname = '" + OWNER + "'")
                    .next()) {
                statement.execute("create role " + OWNER + " login");
                statement.execute("create role " + USER + " login");
                statement.execute("create database " + NAME + " owner " + OWNER);
            }
            statement.execute("alter role " + OWNER + " createrole password '" + password + "'");
            statement.execute("alter role " + USER + " password '" + password + "'");
        }
    }
}
