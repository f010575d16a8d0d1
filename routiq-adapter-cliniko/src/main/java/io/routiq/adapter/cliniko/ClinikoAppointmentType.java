package io.routiq.adapter.cliniko;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is read of {@code /appointment_types}. */
record ClinikoAppointmentType(
        @Required String id,
        @Required String name,
        @Nullable Instant archivedAt,
        @Required Instant updatedAt) {}
