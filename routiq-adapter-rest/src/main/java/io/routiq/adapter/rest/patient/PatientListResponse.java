package io.routiq.adapter.rest.patient;

import io.routiq.adapter.rest.http.Momentary;
import io.routiq.adapter.rest.http.Snapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of patients. */
record PatientListResponse(
        String organizationId,
        List<PatientResponse> patients,
        long totalCount,
        int page,
        int limit,
        long totalPages,
        boolean hasNext,
        boolean hasPrevious,
        @Momentary @Nullable String nextCursor,
        Criteria filters,
        Definition definition,
        @Nullable Instant dataAsOf)
        implements Snapshot {

    /** What "active" meant for this answer. */
    record Definition(
            int recentDays,
            @Nullable Integer upcomingDays,
            boolean countsNoShows,
            @Momentary Instant evaluatedAt) {}
}
