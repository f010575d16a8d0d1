package io.routiq.adapter.rest.sync;

import io.routiq.adapter.rest.http.Snapshot;
import io.routiq.application.connection.Connection;
import io.routiq.application.patient.PatientStats;
import io.routiq.application.sync.GetSyncDashboard.Dashboard;
import io.routiq.application.sync.SyncDuration;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An organization's synchronisation at a glance. */
record SyncDashboardResponse(
        String organizationId,
        @Nullable CurrentSync currentSync,
        Stats patientStats,
        @Nullable LastSync lastSync,
        boolean syncAvailable,
        @Nullable Instant nextScheduledSync,
        ConnectionState connection,
        @Nullable Instant dataAsOf)
        implements Snapshot {

    record CurrentSync(
            String syncId,
            String status,
            int progressPercentage,
            String currentStep,
            long patientsFound,
            long appointmentsFound,
            long activePatientsIdentified,
            long activePatientsStored,
            Instant startedAt,
            @Nullable Instant estimatedCompletion) {

        static CurrentSync of(SyncRun.Active run) {
            SyncProgress progress = run.progress();
            return new CurrentSync(
                    run.id().value(),
                    SyncView.status(run),
                    progress.percentage(),
                    SyncView.currentStep(run),
                    progress.stream(SyncStream.PATIENTS).fetched(),
                    progress.stream(SyncStream.APPOINTMENTS).fetched(),
                    progress.activePatients(),
                    progress.activePatients(),
                    run.order().requestedAt(),
                    SyncView.estimatedCompletion(run));
        }
    }

    record Stats(
            long totalPatients,
            long activePatients,
            long patientsWithUpcoming,
            long patientsWithRecent,
            @Nullable Instant lastSyncTime) {}

    record LastSync(
            String syncId,
            String syncMode,
            String status,
            Instant startedAt,
            @Nullable Instant completedAt,
            long durationSeconds,
            long recordsSuccess,
            long recordsFailed) {

        static LastSync of(SyncRun run) {
            return new LastSync(
                    run.id().value(),
                    run.order().mode().code(),
                    SyncView.status(run),
                    run.order().requestedAt(),
                    SyncView.completedAt(run),
                    SyncDuration.of(run).toSeconds(),
                    run.progress().fetched(),
                    run.progress().failed());
        }
    }

    record ConnectionState(String status, @Nullable Instant checkedAt) {}

    static SyncDashboardResponse of(OrganizationId organization, Dashboard dashboard) {
        PatientStats patients = dashboard.patients();
        return new SyncDashboardResponse(
                organization.value(),
                dashboard.current().map(CurrentSync::of).orElse(null),
                new Stats(
                        patients.total(),
                        patients.active(),
                        patients.withUpcoming(),
                        patients.withRecent(),
                        dashboard.lastCompletedAt().orElse(null)),
                dashboard.last().map(LastSync::of).orElse(null),
                dashboard.available(),
                dashboard.nextScheduled().orElse(null),
                dashboard
                        .connection()
                        .map(SyncDashboardResponse::state)
                        .orElse(new ConnectionState("not_configured", null)),
                dashboard.dataAsOf().orElse(null));
    }

    private static ConnectionState state(Connection connection) {
        return new ConnectionState(connection.status().code(), connection.checkedAt());
    }
}
