package io.routiq.adapter.rest.patient;

import io.routiq.adapter.rest.http.Snapshot;
import io.routiq.adapter.rest.patient.PatientListResponse.Definition;
import io.routiq.application.dashboard.SummariseActivity.Summary;
import io.routiq.application.patient.ActivityFigures;
import io.routiq.domain.organization.OrganizationId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How active the active patients are. */
record ActivitySummaryResponse(
        String organizationId,
        long totalActivePatients,
        long patientsWithRecentAppointments,
        long patientsWithUpcomingAppointments,

        @Schema(description = "Of an active patient in the window, two decimals")
        double avgRecentAppointments,

        @Schema(description = "Of an active patient, two decimals")
        double avgUpcomingAppointments,

        @Schema(description = "Of an active patient, past and future, in the window or not, two decimals")
        double avgTotalAppointments,

        @Schema(description = "When a synchronisation last ended well") @Nullable
        Instant lastSyncDate,

        Definition definition,
        @Nullable Instant dataAsOf)
        implements Snapshot {

    static ActivitySummaryResponse of(OrganizationId organization, int days, Summary summary) {
        ActivityFigures figures = summary.figures();
        return new ActivitySummaryResponse(
                organization.value(),
                figures.active(),
                figures.withRecent(),
                figures.withUpcoming(),
                figures.averageRecent(),
                figures.averageUpcoming(),
                figures.averageTotal(),
                summary.lastSyncAt().orElse(null),
                new Definition(days, null, false, summary.evaluatedAt()),
                summary.dataAsOf().orElse(null));
    }
}
