package io.routiq.adapter.rest.connection;

import io.routiq.adapter.rest.http.Snapshot;
import io.routiq.application.connection.Connection;
import io.routiq.application.sync.GetSyncDashboard.Dashboard;
import io.routiq.application.sync.SyncCoverage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the integration works and what it has brought in. */
record ClinikoStatusResponse(
        String organizationId,

        @Schema(
                description = "What to do next: nothing, synchronise, configure, or configure a new key",
                allowableValues = {"connected", "no_data", "not_configured", "action_required"})
        String status,

        @Schema(description = "As far as is known: while a synchronisation runs, what Cliniko says there is")
        long totalPatients,

        long activePatients,
        long syncedPatients,
        int syncPercentage,
        @Nullable Instant lastSyncTime,
        boolean syncEnabled,
        @Nullable String apiRegion,

        @Schema(description = "`null` while the key was never tried") @Nullable
        Boolean credentialsValid,

        @Nullable Instant dataAsOf)
        implements Snapshot {

    static ClinikoStatusResponse of(String organizationId, Dashboard dashboard) {
        Optional<Connection> connection = dashboard.connection();
        SyncCoverage coverage = SyncCoverage.of(dashboard);
        return new ClinikoStatusResponse(
                organizationId,
                connection.map(it -> status(it, coverage)).orElse("not_configured"),
                coverage.total(),
                dashboard.patients().active(),
                coverage.synced(),
                coverage.percentage(),
                dashboard.lastCompletedAt().orElse(null),
                connection.filter(it -> it.settings().syncEnabled()).isPresent(),
                connection.map(it -> it.endpoint().region()).orElse(null),
                connection.map(ClinikoStatusResponse::isValid).orElse(null),
                dashboard.dataAsOf().orElse(null));
    }

    private static String status(Connection connection, SyncCoverage coverage) {
        if (connection.status() == Connection.Status.ACTION_REQUIRED) {
            return "action_required";
        }
        return coverage.synced() == 0 ? "no_data" : "connected";
    }

    private static @Nullable Boolean isValid(Connection connection) {
        return switch (connection.status()) {
            case UNCHECKED -> null;
            case CONNECTED -> true;
            case ACTION_REQUIRED -> false;
        };
    }
}
