package io.routiq.application.patient;

import io.routiq.domain.patient.ActivityStatus;
import io.routiq.domain.patient.Patient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A patient with what the lists show of their visits, for one window and instant. Only qualifying visits count.
 *
 * @param totalCount past and future, inside the window or not
 * @param first start of the earliest visit, or null
 * @param last start of the latest past visit, or null
 * @param next start of the first visit to come, or null
 * @param nextType type name of that visit, or null
 * @param primaryType the most frequent type name, on a tie the one of the latest visit, or null
 */
public record PatientSummary(
        Patient patient,
        ActivityStatus status,
        int recentCount,
        int upcomingCount,
        int totalCount,
        @Nullable Instant first,
        @Nullable Instant last,
        @Nullable Instant next,
        @Nullable String nextType,
        @Nullable String primaryType) {}
