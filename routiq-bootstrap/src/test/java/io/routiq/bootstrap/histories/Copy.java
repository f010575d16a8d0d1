package io.routiq.bootstrap.histories;

import io.routiq.adapter.persistence.PersistenceSettings;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The copy as it lies in the database, read without any code of the product's. */
final class Copy implements AutoCloseable {

    private final Connection connection;

    Copy(PersistenceSettings database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** Every record of a kind, by id. */
    Map<String, Map<String, @Nullable String>> records(OrganizationId organization, Kind kind) throws SQLException {
        String columns = kind.facts.stream().map(Kind.Fact::column).collect(Collectors.joining(", "));
        String sql = "select " + kind.table + "_id, " + columns + " from " + kind.table;
        Map<String, Map<String, @Nullable String>> records = new TreeMap<>();
        try (PreparedStatement statement = as(organization, sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Map<String, @Nullable String> facts = new LinkedHashMap<>();
                for (int i = 0; i < kind.facts.size(); i++) {
                    facts.put(kind.facts.get(i).column(), written(rows.getObject(i + 2)));
                }
                records.put(rows.getString(1), facts);
            }
        }
        return records;
    }

    /** When each patient's latest qualifying visit starts. */
    Map<String, @Nullable String> latestVisits(OrganizationId organization) throws SQLException {
        Map<String, @Nullable String> latest = new TreeMap<>();
        try (PreparedStatement statement = as(organization, "select patient_id, latest_appointment_at from patient");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                latest.put(rows.getString(1), written(rows.getObject(2)));
            }
        }
        return latest;
    }

    /** Streams of which nothing is missing, by the copy's own account. */
    Set<SyncStream> complete(OrganizationId organization) throws SQLException {
        Set<SyncStream> complete = EnumSet.noneOf(SyncStream.class);
        try (PreparedStatement statement = as(organization, "select stream from watermark where covers_from is null");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                complete.add(SyncStream.valueOf(rows.getString(1).toUpperCase(Locale.ROOT)));
            }
        }
        return complete;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Row-level security lets the serving role see this organization's rows only. */
    private PreparedStatement as(OrganizationId organization, String sql) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('routiq.organization_id', ?, false)")) {
            statement.setString(1, organization.value());
            statement.execute();
        }
        return connection.prepareStatement(sql);
    }

    private static @Nullable String written(@Nullable Object value) {
        return value instanceof Timestamp timestamp ? timestamp.toInstant().toString() : Objects.toString(value, null);
    }
}
