package io.routiq.adapter.rest.sync;

import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.adapter.rest.http.Caller;
import io.routiq.adapter.rest.http.Cursors;
import io.routiq.adapter.rest.http.Momentary;
import io.routiq.adapter.rest.http.ProblemCode;
import io.routiq.adapter.rest.http.Revalidated;
import io.routiq.application.practice.Quarantine;
import io.routiq.application.sync.ListQuarantine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class QuarantineController {

    private static final String LISTING = "quarantine";

    private final ListQuarantine list;
    private final Cursors cursors;

    QuarantineController(ListQuarantine list, Cursors cursors) {
        this.list = list;
        this.cursors = cursors;
    }

    /** Which page. */
    record QuarantineRequest(
            @Parameter(description = "Records a page, 50 unless given") @Min(1) @Max(200) @Nullable
            Integer limit,

            @Parameter(description = "`next_cursor` of the page before") @Nullable
            String cursor) {}

    record QuarantineResponse(
            String organizationId,
            long totalCount,
            List<QuarantinedRecord> records,
            @Momentary @Nullable String nextCursor)
            implements Revalidated {}

    /** Without any of the record's values; {@code recordId} is null where it was unreadable itself. */
    record QuarantinedRecord(
            String stream,
            @Nullable String recordId,
            String reason,
            Instant firstSeenAt,
            Instant lastSeenAt,
            int attempts) {

        static QuarantinedRecord of(Quarantine.Held held) {
            return new QuarantinedRecord(
                    held.key().stream().code(),
                    held.key().readableId().orElse(null),
                    held.reason(),
                    held.firstSeenAt(),
                    held.lastSeenAt(),
                    held.attempts());
        }
    }

    @GetMapping("/api/v1/sync/quarantine/{organization_id}")
    @Access(value = To.MEMBERS, problems = ProblemCode.INVALID_CURSOR)
    @Tag(name = "Sync Management")
    @Operation(
            summary = "Records that could not be understood",
            description = "They are left aside until they can be; each synchronisation asks for them again.")
    QuarantineResponse listQuarantine(Caller caller, @Valid @ParameterObject QuarantineRequest request) {
        Optional<Quarantine.Key> after = Optional.ofNullable(request.cursor())
                .map(cursor -> cursors.open(caller.organization(), LISTING, cursor, Quarantine.Key.class));
        ListQuarantine.Page page =
                list.list(caller.organization(), after, request.limit() == null ? 50 : request.limit());
        return new QuarantineResponse(
                caller.organization().value(),
                page.total(),
                page.records().stream().map(QuarantinedRecord::of).toList(),
                page.next()
                        .map(next -> cursors.seal(caller.organization(), LISTING, next))
                        .orElse(null));
    }
}
