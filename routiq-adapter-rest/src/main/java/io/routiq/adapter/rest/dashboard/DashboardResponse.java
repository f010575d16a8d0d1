package io.routiq.adapter.rest.dashboard;

import io.routiq.adapter.rest.http.Momentary;
import io.routiq.adapter.rest.http.Snapshot;
import io.routiq.application.connection.Connection;
import io.routiq.application.dashboard.GetDashboard.Dashboard;
import io.routiq.application.dashboard.Visits;
import io.routiq.application.patient.PatientStats;
import io.routiq.application.sync.SyncCoverage;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRun;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of the practice, and what was synchronised lately. */
record DashboardResponse(
        String organizationId,
        Summary summary,
        List<Activity> recentActivity,
        @Nullable Instant dataAsOf) implements Snapshot {

    record Summary(
            long totalPatients,
            long activePatients,
            long patientsWithUpcoming,
            long patientsWithRecent,
            long totalUpcomingAppointments,
            long totalRecentAppointments,
            long totalAllAppointments,

            @Schema(description = "Averages are over all patients, with two decimals")
            double avgUpcomingPerPatient,

            double avgRecentPerPatient,
            double avgTotalPerPatient,

            @Schema(description = "Active patients, in percent of all, with one decimal")
            double engagementRate,

            long syncedPatients,
            int syncPercentage,
            @Nullable Instant lastSyncTime,

            @Schema(
                    description = "`Not configured` also while Cliniko rejects the key",
                    allowableValues = {"Connected", "Not configured"})
            String integrationStatus,

            @Schema(
                    description = "`Active` when there are active patients",
                    allowableValues = {"Active", "Inactive"})
            String activityStatus,

            @Momentary Instant generatedAt) {

        static Summary of(Dashboard dashboard) {
            PatientStats patients = dashboard.sync().patients();
            Visits.Totals visits = dashboard.visits();
            SyncCoverage coverage = SyncCoverage.of(dashboard.sync());
            return new Summary(
                    patients.total(),
                    patients.active(),
                    patients.withUpcoming(),
                    patients.withRecent(),
                    visits.upcoming(),
                    visits.recent(),
                    visits.all(),
                    rounded(visits.upcoming(), patients.total(), 100),
                    rounded(visits.recent(), patients.total(), 100),
                    rounded(visits.all(), patients.total(), 100),
                    rounded(100 * patients.active(), patients.total(), 10),
                    coverage.synced(),
                    coverage.percentage(),
                    dashboard.sync().lastCompletedAt().orElse(null),
                    isConnected(dashboard) ? "Connected" : "Not configured",
                    patients.active() > 0 ? "Active" : "Inactive",
                    dashboard.generatedAt());
        }

        private static boolean isConnected(Dashboard dashboard) {
            return dashboard
                    .sync()
                    .connection()
                    .filter(connection -> connection.status() != Connection.Status.ACTION_REQUIRED)
                    .isPresent();
        }

        private static double rounded(long sum, long among, int toParts) {
            return among == 0 ? 0 : Math.round((double) sum * toParts / among) / (double) toParts;
        }
    }

    @Schema(name = "DashboardActivity")
    record Activity(
            String id,

            @Schema(allowableValues = {"running", "completed", "failed"})
            String status,

            String description,
            String operationType,
            long recordsSuccess,
            long recordsProcessed,
            long recordsFailed,
            Instant startedAt,
            @Nullable Instant completedAt,

            @Momentary @Schema(description = "Since it started")
            long minutesAgo) {

        static Activity of(SyncRun run, Instant now) {
            SyncProgress progress = run.progress();
            Instant startedAt = run.order().requestedAt();
            return new Activity(
                    run.id().value(),
                    status(run),
                    description(run),
                    run.order().mode().code(),
                    progress.fetched(),
                    progress.fetched() + progress.failed(),
                    progress.failed(),
                    startedAt,
                    run instanceof SyncRun.Finished finished ? finished.finishedAt() : null,
                    Math.max(0, Duration.between(startedAt, now).toMinutes()));
        }

        /** Clients know these three: a cancelled run did not bring what was asked for. */
        private static String status(SyncRun run) {
            return switch (run) {
                case SyncRun.Active active -> "running";
                case SyncRun.Completed completed -> "completed";
                case SyncRun.Failed failed -> "failed";
                case SyncRun.Cancelled cancelled -> "failed";
            };
        }

        private static String description(SyncRun run) {
            String mode = run.order().mode().code();
            return switch (run) {
                case SyncRun.Active active -> "Synchronisation (" + mode + ") is running";
                case SyncRun.Completed completed ->
                    "Synchronised (" + mode + "): " + run.progress().fetched() + " records";
                case SyncRun.Failed failed ->
                    "Synchronisation (" + mode + ") failed: " + failed.failure().message();
                case SyncRun.Cancelled cancelled -> "Synchronisation (" + mode + ") was cancelled";
            };
        }
    }

    static DashboardResponse of(String organizationId, Dashboard dashboard) {
        return new DashboardResponse(
                organizationId,
                Summary.of(dashboard),
                dashboard.latestRuns().stream()
                        .map(run -> Activity.of(run, dashboard.generatedAt()))
                        .toList(),
                dashboard.sync().dataAsOf().orElse(null));
    }
}
