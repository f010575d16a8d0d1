package io.routiq.adapter.rest.connection;

import io.routiq.adapter.rest.http.Refusal;
import io.routiq.application.connection.ConfigureConnection;
import io.routiq.application.connection.Connection;
import io.routiq.application.connection.ConnectionSettings;
import io.routiq.application.connection.ConnectionSettings.DataType;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.domain.sync.SyncMode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What to store of a connection. A member that is absent stays as it is, or gets its default the first time. */
record ConfigureRequest(
        @Schema(description = "Cliniko API key with its shard, e.g. `…-au2`; required the first time") @Nullable
        String apiKey,

        @Schema(defaultValue = "true") @Nullable Boolean syncEnabled,

        @Schema(defaultValue = "60") @Min(5) @Max(1440) @Nullable
        Integer syncIntervalMinutes,

        @Schema(defaultValue = "active")
        @Pattern(regexp = "active|full|incremental", message = "must be active, full or incremental")
        @Nullable
        String defaultSyncMode,

        @Valid @Nullable DataTypes dataTypes,

        @Schema(description = "Try a new key before it is stored", defaultValue = "true") @Nullable
        Boolean validate,

        @Schema(
                description = "Accept a key of another Cliniko account and forget what was copied from the old one",
                defaultValue = "false")
        @Nullable
        Boolean replaceAccount) {

    /** What is read; patients and appointments cannot be off together. */
    record DataTypes(
            @Nullable Boolean patients,
            @Nullable Boolean appointments,
            @Nullable Boolean groupAppointments,
            @Nullable Boolean practitioners,
            @Nullable Boolean appointmentTypes) {

        Set<DataType> applyTo(Set<DataType> present) {
            Set<DataType> wanted = EnumSet.allOf(DataType.class);
            wanted.removeIf(type -> !Objects.requireNonNullElseGet(choice(type), () -> present.contains(type)));
            return wanted;
        }

        private @Nullable Boolean choice(DataType type) {
            return switch (type) {
                case PATIENTS -> patients;
                case APPOINTMENTS -> appointments;
                case GROUP_APPOINTMENTS -> groupAppointments;
                case PRACTITIONERS -> practitioners;
                case APPOINTMENT_TYPES -> appointmentTypes;
            };
        }
    }

    ConfigureConnection.Request toRequest(Predicate<Optional<Connection>> expected) {
        return new ConfigureConnection.Request(
                Optional.ofNullable(apiKey).map(PracticeCredentials::new),
                this::applyTo,
                !Boolean.FALSE.equals(validate),
                Boolean.TRUE.equals(replaceAccount),
                expected);
    }

    private ConnectionSettings applyTo(ConnectionSettings present) {
        Set<DataType> wanted = dataTypes == null ? present.dataTypes() : dataTypes.applyTo(present.dataTypes());
        if (!wanted.contains(DataType.PATIENTS) && !wanted.contains(DataType.APPOINTMENTS)) {
            throw Refusal.invalid("data_types", "patients and appointments cannot be off together");
        }
        return new ConnectionSettings(
                syncEnabled == null ? present.syncEnabled() : syncEnabled,
                syncIntervalMinutes == null ? present.intervalMinutes() : syncIntervalMinutes,
                Optional.ofNullable(defaultSyncMode).flatMap(SyncMode::ofCode).orElse(present.defaultMode()),
                wanted);
    }

    /** Leaves out the key. */
    @Override
    public String toString() {
        return "ConfigureRequest[***]";
    }
}
