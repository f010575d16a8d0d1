package io.routiq.adapter.cliniko;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is read of {@code /businesses}, Cliniko's word for locations. */
record ClinikoBusiness(
        @Required String id,
        @Nullable String displayName,
        @Nullable String label,
        @Nullable String businessName,
        @Nullable String timeZoneIdentifier,
        @Required Instant updatedAt) {}
