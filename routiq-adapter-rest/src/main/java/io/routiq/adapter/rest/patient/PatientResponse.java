package io.routiq.adapter.rest.patient;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A patient with what the lists show of their appointments; only qualifying ones count. */
record PatientResponse(
        String id,
        String clinikoPatientId,
        String name,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        boolean isActive,

        @Schema(allowableValues = {"active", "recently_active", "upcoming_only", "inactive"})
        String activityStatus,

        int recentAppointmentCount,
        int upcomingAppointmentCount,
        int totalAppointmentCount,
        @Nullable Instant firstAppointmentDate,
        @Nullable Instant lastAppointmentDate,
        @Nullable Instant nextAppointmentTime,
        @Nullable String nextAppointmentType,
        @Nullable String primaryAppointmentType,
        boolean archived,
        @Nullable Instant lastSyncedAt,
        Instant createdAt,
        Instant updatedAt) {

    /** Names the patient by id alone, so that no log line carries a person's name. */
    @Override
    public String toString() {
        return "PatientResponse[" + id + "]";
    }
}
