package io.routiq.adapter.rest.sync;

import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.adapter.rest.http.Caller;
import io.routiq.adapter.rest.http.ProblemCode;
import io.routiq.application.sync.ListSyncHistory;
import io.routiq.application.sync.StartSync;
import io.routiq.application.sync.SyncRuns;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncTrigger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Other names of what {@link SyncController} does, which existing frontends use. */
@RestController
@Tag(name = "Cliniko Integration")
final class SyncAliasController {

    private final SyncStarter starter;
    private final ListSyncHistory history;

    SyncAliasController(SyncStarter starter, ListSyncHistory history) {
        this.starter = starter;
        this.history = history;
    }

    /** How much to read. */
    record ClinikoSyncRequest(
            @BindParam("force_full") @Parameter(description = "Read everything instead of what has changed") @Nullable
            Boolean forceFull) {}

    /** How many to list. */
    record SyncLogsRequest(
            @Parameter(description = "Logs, 10 unless given") @Min(1) @Max(100) @Nullable
            Integer limit) {}

    record ClinikoSyncResponse(String message, String syncId, String organizationId, String status) {}

    @PostMapping("/api/v1/cliniko/sync/{organization_id}")
    @Access(
            value = To.MEMBERS,
            problems = {ProblemCode.SYNC_IN_PROGRESS, ProblemCode.NOT_CONFIGURED, ProblemCode.SYNC_DISABLED})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Start a synchronisation of what has changed",
            description =
                    "The same as `POST /api/v1/sync/start/{organization_id}` with `sync_mode=incremental`, or with"
                            + " `sync_mode=full` for `force_full`.")
    ResponseEntity<ClinikoSyncResponse> syncCliniko(Caller caller, @Valid @ParameterObject ClinikoSyncRequest request) {
        return started(caller, Boolean.TRUE.equals(request.forceFull()) ? SyncMode.FULL : SyncMode.INCREMENTAL);
    }

    @PostMapping("/api/v1/cliniko/sync-all/{organization_id}")
    @Access(
            value = To.MEMBERS,
            problems = {ProblemCode.SYNC_IN_PROGRESS, ProblemCode.NOT_CONFIGURED, ProblemCode.SYNC_DISABLED})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Start a synchronisation of everything",
            description = "The same as `POST /api/v1/sync/start/{organization_id}` with `sync_mode=full`.")
    ResponseEntity<ClinikoSyncResponse> syncAllCliniko(Caller caller) {
        return started(caller, SyncMode.FULL);
    }

    private ResponseEntity<ClinikoSyncResponse> started(Caller caller, SyncMode mode) {
        SyncRun.Queued run = starter.start(caller.organization(), StartSync.Request.of(mode, SyncTrigger.MANUAL))
                .run();
        return ResponseEntity.created(SyncStarter.location(run.id()))
                .body(new ClinikoSyncResponse(
                        "The synchronisation was started",
                        run.id().value(),
                        run.organization().value(),
                        SyncView.status(run)));
    }

    @GetMapping("/api/v1/cliniko/sync-logs/{organization_id}")
    @Access(To.MEMBERS)
    @Operation(
            summary = "Past synchronisations as logs",
            description =
                    "The newest of `GET /api/v1/sync/history/{organization_id}`, under the names of earlier clients.")
    SyncLogsResponse listClinikoSyncLogs(Caller caller, @Valid @ParameterObject SyncLogsRequest request) {
        int limit = request.limit() == null ? 10 : request.limit();
        return SyncLogsResponse.of(history.list(
                caller.organization(),
                new SyncRuns.Filter(Optional.empty(), Optional.empty(), Optional.empty(), limit)));
    }
}
