package io.routiq.adapter.rest.patient;

import io.routiq.adapter.rest.http.Momentary;
import io.routiq.adapter.rest.http.Snapshot;
import io.routiq.adapter.rest.patient.PatientListResponse.Definition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of active patients with their appointments. */
record PatientAgendaListResponse(
        String organizationId,
        List<PatientAgendaResponse> patients,
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

    static PatientAgendaListResponse of(PatientListResponse page, List<PatientAgendaResponse> patients) {
        return new PatientAgendaListResponse(
                page.organizationId(),
                patients,
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
