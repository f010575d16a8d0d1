package io.routiq.adapter.rest.connection;

import io.routiq.application.connection.Connection;
import io.routiq.application.connection.ConnectionSettings;
import io.routiq.application.connection.ConnectionSettings.DataType;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an organization is connected. Before the first configuration: the defaults, and nulls. */
record ConnectionResponse(
        String organizationId,
        String status,
        @Nullable String shard,
        @Nullable String apiUrl,
        @Nullable String apiKeyHint,
        boolean syncEnabled,
        int syncIntervalMinutes,
        String defaultSyncMode,
        DataTypes dataTypes,
        State connection,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    record DataTypes(
            boolean patients,
            boolean appointments,
            boolean groupAppointments,
            boolean practitioners,
            boolean appointmentTypes) {

        static DataTypes of(Set<DataType> chosen) {
            return new DataTypes(
                    chosen.contains(DataType.PATIENTS),
                    chosen.contains(DataType.APPOINTMENTS),
                    chosen.contains(DataType.GROUP_APPOINTMENTS),
                    chosen.contains(DataType.PRACTITIONERS),
                    chosen.contains(DataType.APPOINTMENT_TYPES));
        }
    }

    record State(
            String status,
            @Nullable Instant checkedAt,
            @Nullable Account account) {}

    record Account(
            String id, @Nullable String name, @Nullable String country) {

        static @Nullable Account of(@Nullable PracticeAccount account) {
            return account == null ? null : new Account(account.id(), account.name(), account.country());
        }
    }

    static ConnectionResponse of(OrganizationId organization, Optional<Connection> configured) {
        ConnectionSettings settings = configured.map(Connection::settings).orElse(ConnectionSettings.DEFAULT);
        String status = configured.map(connection -> connection.status().code()).orElse("not_configured");
        return new ConnectionResponse(
                organization.value(),
                status,
                configured.map(connection -> connection.endpoint().region()).orElse(null),
                configured.map(connection -> connection.endpoint().url()).orElse(null),
                configured.map(Connection::keyHint).orElse(null),
                settings.syncEnabled(),
                settings.intervalMinutes(),
                settings.defaultMode().code(),
                DataTypes.of(settings.dataTypes()),
                new State(
                        status,
                        configured.map(Connection::checkedAt).orElse(null),
                        Account.of(configured.map(Connection::account).orElse(null))),
                configured.map(Connection::createdAt).orElse(null),
                configured.map(Connection::updatedAt).orElse(null));
    }
}
