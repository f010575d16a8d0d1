package io.routiq.adapter.rest.patient;

import io.routiq.adapter.rest.http.Snapshot;
import io.routiq.adapter.rest.patient.PatientListResponse.Definition;
import io.routiq.application.patient.ExplainActivity.Explanation;
import io.routiq.domain.patient.PatientActivity;
import io.routiq.domain.patient.PatientId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a patient is active or not. */
record ActivityResponse(
        String organizationId,
        String patientId,
        boolean isActive,

        @Schema(allowableValues = {"active", "recently_active", "upcoming_only", "inactive"})
        String activityStatus,

        @Schema(description = "The appointments that decide it, by date")
        List<AppointmentResponse> evidence,

        @Schema(description = "The appointments that do not count, by date, each with the reason")
        List<Ignored> ignored,

        @Schema(
                description =
                        "With which instant, or right after which, the status changes if nothing is booked, moved or"
                                + " called off; null if never")
        @Nullable
        Instant changesAt,

        Definition definition,
        @Nullable Instant dataAsOf)
        implements Snapshot {

    record Ignored(
            AppointmentResponse appointment,

            @Schema(allowableValues = {"cancelled", "did_not_arrive", "archived", "deleted", "outside_window"})
            String reason) {}

    static ActivityResponse of(String organization, PatientId patient, int days, Explanation explanation) {
        PatientActivity activity = explanation.activity();
        return new ActivityResponse(
                organization,
                patient.value(),
                activity.status().isActive(),
                activity.status().code(),
                explanation.evidence().stream().map(AppointmentResponse::of).toList(),
                explanation.ignored().stream()
                        .map(left -> new Ignored(
                                AppointmentResponse.of(left.visit()),
                                left.reason().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                activity.changesAt().orElse(null),
                new Definition(days, null, false, explanation.evaluatedAt()),
                explanation.dataAsOf().orElse(null));
    }
}
