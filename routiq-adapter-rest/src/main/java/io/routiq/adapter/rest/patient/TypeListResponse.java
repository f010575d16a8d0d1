package io.routiq.adapter.rest.patient;

import io.routiq.adapter.rest.http.Momentary;
import io.routiq.adapter.rest.http.Snapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the patients who come for one type of appointments. */
record TypeListResponse(
        String organizationId,
        String appointmentType,
        List<PatientResponse> patients,
        long totalCount,
        int page,
        int limit,
        long totalPages,
        boolean hasNext,
        boolean hasPrevious,
        @Momentary @Nullable String nextCursor,
        Criteria filters,
        PatientListResponse.Definition definition,
        @Nullable Instant dataAsOf)
        implements Snapshot {

    static TypeListResponse of(String appointmentType, PatientListResponse page) {
        return new TypeListResponse(
                page.organizationId(),
                appointmentType,
                page.patients(),
                page.totalCount(),
                page.page(),
                page.limit(),
                page.totalPages(),
                page.hasNext(),
                page.hasPrevious(),
                page.nextCursor(),
                page.filters(),
                page.definition(),
                page.dataAsOf());
    }
}
