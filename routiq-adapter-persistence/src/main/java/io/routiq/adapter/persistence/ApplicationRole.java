package io.routiq.adapter.persistence;

import java.nio.charset.StandardCharsets;
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
 * The role that serves, and the one that searches for it, before each migration: created where they are missing, refused
 * where row-level security would not bind them.
 */
final class ApplicationRole implements Callback {

    private static final int LONGEST_NAME = 63;

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
            requireRoomForASuffix();
            waitForOtherInstances(connection);
            if (!exists(connection, settings.user())) {
                create(connection, settings.user(), "login");
                setPassword(connection);
            }
            if (!exists(connection, settings.searchRole())) {
                create(connection, settings.searchRole(), "nologin");
            }
            requireBound(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database role of the service could not be prepared", failure);
        }
    }

    /** PostgreSQL cuts longer names off, and two that differ by their end alone become one. */
    private void requireRoomForASuffix() {
        if (settings.searchRole().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new IllegalStateException("The name of the service's database role must have at most 56 characters");
        }
    }

    /** Until the end of the transaction; two instances that change the same role at once would both fail. */
    private static void waitForOtherInstances(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext('routiq.application_role'))");
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select from pg_roles where rolname = ?")) {
            query.setString(1, name);
            try (ResultSet role = query.executeQuery()) {
                return role.next();
            }
        }
    }

    /** Another instance may do the same at the same time. */
    private static void create(Connection connection, String name, String login) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$
                    begin
                        create role %s %s nosuperuser nobypassrls nocreatedb nocreaterole;
                    exception when duplicate_object or unique_violation then null;
                    end $$""".formatted(statement.enquoteIdentifier(name, true), login));
        }
    }

    /** The password leaves this process as a SCRAM verifier only. */
    private void setPassword(Connection connection) throws SQLException {
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(settings.user(), settings.password().toCharArray(), null);
    }

    /** Who may act for the searching role, or log in with it, could read what all organizations are searched by. */
    private void requireBound(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select role.rolname
                from pg_roles as role, pg_roles as searching
                where searching.rolname = ?
                  and (role.rolname = ? or role.oid = searching.oid)
                  and (role.rolsuper or role.rolbypassrls or pg_has_role(role.oid, current_user, 'member')
                       or case when role.oid = searching.oid then role.rolcanlogin
                               else pg_has_role(role.oid, searching.oid, 'member') end)
                order by role.oid = searching.oid""")) {
            query.setString(1, settings.searchRole());
            query.setString(2, settings.user());
            try (ResultSet role = query.executeQuery()) {
                if (role.next()) {
                    throw new IllegalStateException("The database role '" + role.getString(1)
                            + "' must not be a superuser, bypass row-level security or act for the owner of the"
                            + " tables: give the service a plain role of its own");
                }
            }
        }
    }
}
