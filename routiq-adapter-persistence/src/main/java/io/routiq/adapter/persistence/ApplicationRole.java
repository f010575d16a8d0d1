package io.routiq.adapter.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.postgresql.PGConnection;

/**
 * The role that serves, before each migration: created where it is missing, refused where row-level security would not
 * bind it.
 */
final class ApplicationRole implements Callback {

    private final PersistenceSettings settings;

    ApplicationRole(PersistenceSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "application role";
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            Connection connection = context.getConnection();
            waitForOtherInstances(connection);
            if (!exists(connection)) {
                create(connection);
            }
            requireBound(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database role of the service could not be prepared", failure);
        }
    }

    /** Until the end of the transaction; two instances that change the same role at once would both fail. */
    private static void waitForOtherInstances(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext('routiq.application_role'))");
        }
    }

    private boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select from pg_roles where rolname = ?")) {
            query.setString(1, settings.user());
            try (ResultSet role = query.executeQuery()) {
                return role.next();
            }
        }
    }

    /** Another instance may do the same at the same time. The password leaves this process as a SCRAM verifier only. */
    private void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$
                    begin
                        create role %s login nosuperuser nobypassrls nocreatedb nocreaterole;
                    exception when duplicate_object or unique_violation then null;
                    end $$""".formatted(statement.enquoteIdentifier(settings.user(), true)));
        }
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(settings.user(), settings.password().toCharArray(), null);
    }

    private void requireBound(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select rolsuper or rolbypassrls or pg_has_role(rolname, current_user, 'member')"
                        + " from pg_roles where rolname = ?")) {
            query.setString(1, settings.user());
            try (ResultSet role = query.executeQuery()) {
                if (role.next() && role.getBoolean(1)) {
                    throw new IllegalStateException("The database role '" + settings.user()
                            + "' must not be a superuser, bypass row-level security or act for the owner of the"
                            + " tables: give the service a plain role of its own");
                }
            }
        }
    }
}
