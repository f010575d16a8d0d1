package io.routiq.adapter.rest.patient;

import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.adapter.rest.http.Caller;
import io.routiq.adapter.rest.http.Cursors;
import io.routiq.adapter.rest.http.ProblemCode;
import io.routiq.adapter.rest.patient.PatientListResponse.Definition;
import io.routiq.application.patient.ListPatients;
import io.routiq.application.patient.PatientQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mapstruct.factory.Mappers;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Patient Management")
final class PatientController {

    private final ListPatients listPatients;
    private final Cursors cursors;
    private final PatientMapper mapper = Mappers.getMapper(PatientMapper.class);

    PatientController(ListPatients listPatients, Cursors cursors) {
        this.listPatients = listPatients;
        this.cursors = cursors;
    }

    @GetMapping("/api/v1/patients/{organization_id}/active")
    @Access(value = To.MEMBERS, problems = ProblemCode.INVALID_CURSOR)
    @Operation(
            summary = "Active patients",
            description = "Patients with a recent or an upcoming appointment that was not cancelled, archived, deleted"
                    + " or missed, the latest activity first.")
    PatientListResponse listActivePatients(Caller caller, @Valid @ParameterObject PatientListRequest request) {
        Criteria criteria = Criteria.activeOnly(request);
        Optional<PatientQuery.Position> after = Optional.ofNullable(request.cursor())
                .map(cursor -> cursors.open(caller.organization(), criteria, cursor, PatientQuery.Position.class));
        int page = after.map(position -> position.page() + 1).orElse(request.pageOrFirst());
        int limit = request.limitOrDefault();
        ListPatients.Listing listing =
                listPatients.list(caller.organization(), criteria.toQuery(page, limit, after), caller.reader());
        PatientQuery.Page found = listing.page();
        @Nullable Instant syncedAt = listing.syncedAt().orElse(null);
        return new PatientListResponse(
                caller.organization().value(),
                found.patients().stream()
                        .map(summary -> mapper.toResponse(summary, syncedAt))
                        .toList(),
                found.totalCount(),
                page,
                limit,
                Math.ceilDiv(found.totalCount(), limit),
                found.next().isPresent(),
                page > 1,
                found.next()
                        .map(next -> cursors.seal(caller.organization(), criteria, next))
                        .orElse(null),
                criteria,
                new Definition(criteria.days(), criteria.upcomingDays(), false, listing.evaluatedAt()),
                listing.dataAsOf().orElse(null));
    }
}
