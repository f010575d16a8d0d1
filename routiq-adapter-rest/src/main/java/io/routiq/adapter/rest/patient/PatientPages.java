package io.routiq.adapter.rest.patient;

import io.routiq.adapter.rest.http.Caller;
import io.routiq.adapter.rest.http.Cursors;
import io.routiq.adapter.rest.patient.PatientListResponse.Definition;
import io.routiq.application.patient.ListPatients;
import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientQuery.Position;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mapstruct.factory.Mappers;
import org.springframework.stereotype.Component;

/** A page of patients as an answer: what all the lists of patients have in common. */
@Component
final class PatientPages {

    private final ListPatients listPatients;
    private final Cursors cursors;
    private final PatientMapper mapper = Mappers.getMapper(PatientMapper.class);

    PatientPages(ListPatients listPatients, Cursors cursors) {
        this.listPatients = listPatients;
        this.cursors = cursors;
    }

    PatientListResponse page(Caller caller, PatientListRequest request, Criteria criteria) {
        PatientQuery query = query(caller, request, criteria);
        return page(caller, criteria, query, listPatients.list(caller.organization(), query, caller.reader()));
    }

    PatientQuery query(Caller caller, PatientListRequest request, Criteria criteria) {
        Optional<Position> after = Optional.ofNullable(request.cursor())
                .map(cursor -> cursors.open(caller.organization(), criteria, cursor, Position.class));
        int page = after.map(position -> position.page() + 1).orElse(request.pageOrFirst());
        return criteria.toQuery(page, request.limitOrDefault(), after);
    }

    PatientListResponse page(Caller caller, Criteria criteria, PatientQuery query, ListPatients.Listing listing) {
        PatientQuery.Page found = listing.page();
        @Nullable Instant syncedAt = listing.syncedAt().orElse(null);
        return new PatientListResponse(
                caller.organization().value(),
                found.patients().stream()
                        .map(summary -> mapper.toResponse(summary, syncedAt))
                        .toList(),
                found.totalCount(),
                query.page(),
                query.limit(),
                Math.ceilDiv(found.totalCount(), query.limit()),
                found.next().isPresent(),
                query.page() > 1,
                found.next()
                        .map(next -> cursors.seal(caller.organization(), criteria, next))
                        .orElse(null),
                criteria,
                new Definition(criteria.days(), criteria.upcomingDays(), false, listing.evaluatedAt()),
                listing.dataAsOf().orElse(null));
    }
}
