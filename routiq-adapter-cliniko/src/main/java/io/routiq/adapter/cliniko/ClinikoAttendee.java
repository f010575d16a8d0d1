package io.routiq.adapter.cliniko;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is read of {@code /attendees}; {@code arrived} is null while nobody has said. */
record ClinikoAttendee(
        @Required String id,
        @Nullable Reference booking,
        @Nullable Reference patient,
        @Nullable Boolean arrived,
        @Nullable Instant cancelledAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Required Instant createdAt,
        @Required Instant updatedAt) {}
