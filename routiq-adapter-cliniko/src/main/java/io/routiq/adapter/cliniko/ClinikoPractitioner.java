package io.routiq.adapter.cliniko;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is read of {@code /practitioners}. */
record ClinikoPractitioner(
        @Required String id,
        @Nullable String displayName,
        @Nullable String label,
        @Nullable String firstName,
        @Nullable String lastName,
        @Required Instant updatedAt) {}
