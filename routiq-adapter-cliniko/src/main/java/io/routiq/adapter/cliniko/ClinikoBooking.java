package io.routiq.adapter.cliniko;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is read of {@code /individual_appointments} and {@code /group_appointments}; the latter have no patient. */
record ClinikoBooking(
        @Required String id,
        @Required Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Reference patient,
        @Nullable Reference appointmentType,
        @Nullable Reference practitioner,
        @Nullable Reference business,
        @Nullable String notes,
        @Nullable Boolean didNotArrive,
        @Nullable Instant cancelledAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Required Instant createdAt,
        @Required Instant updatedAt) {

    @Override
    public String toString() {
        return "ClinikoBooking[" + id + "]";
    }
}
