package io.routiq.adapter.rest.sync;

import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.adapter.rest.http.Caller;
import io.routiq.adapter.rest.http.Cursors;
import io.routiq.adapter.rest.http.ProblemCode;
import io.routiq.adapter.rest.http.Refusal;
import io.routiq.application.sync.CancelSync;
import io.routiq.application.sync.GetSyncDashboard;
import io.routiq.application.sync.GetSyncRun;
import io.routiq.application.sync.ListSyncHistory;
import io.routiq.application.sync.StartSync;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOption;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncTrigger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class SyncController {

    private static final String MANAGEMENT = "Sync Management";

    private final SyncStarter starter;
    private final GetSyncRun get;
    private final CancelSync cancel;
    private final GetSyncDashboard dashboard;
    private final ListSyncHistory history;
    private final Cursors cursors;

    SyncController(
            SyncStarter starter,
            GetSyncRun get,
            CancelSync cancel,
            GetSyncDashboard dashboard,
            ListSyncHistory history,
            Cursors cursors) {
        this.starter = starter;
        this.get = get;
        this.cancel = cancel;
        this.dashboard = dashboard;
        this.history = history;
        this.cursors = cursors;
    }

    /** What to start. */
    record StartRequest(
            @BindParam("sync_mode")
            @Parameter(description = "How much to read; without it, what the integration is configured to")
            @Pattern(regexp = "active|full|incremental", message = "must be active, full or incremental")
            @Nullable
            String syncMode,

            @BindParam("force_refresh")
            @Parameter(
                    description =
                            "Read again what is known. With `sync_mode=full` from an administrator it also confirms"
                                    + " deletions that an earlier run held back with an alarm")
            @Nullable
            Boolean forceRefresh) {

        /** An administrator who forces a run has looked at what has vanished. */
        StartSync.Request toRequest(Caller caller) {
            Set<SyncOption> options = EnumSet.noneOf(SyncOption.class);
            if (Boolean.TRUE.equals(forceRefresh)) {
                options.add(SyncOption.FORCE_REFRESH);
                if (caller.isOrganizationAdmin()) {
                    options.add(SyncOption.CONFIRM_DELETIONS);
                }
            }
            return new StartSync.Request(
                    Optional.ofNullable(syncMode).flatMap(SyncMode::ofCode), options, SyncTrigger.MANUAL);
        }
    }

    /** How to verify. */
    record VerifyRequest(
            @Parameter(description = "Mend the differences as well") @Nullable
            Boolean repair) {

        StartSync.Request toRequest() {
            Set<SyncOption> options = Boolean.TRUE.equals(repair) ? Set.of(SyncOption.REPAIR) : Set.of();
            return new StartSync.Request(Optional.of(SyncMode.VERIFY), options, SyncTrigger.MANUAL);
        }
    }

    record SyncStartedResponse(
            String syncId,
            String organizationId,
            String syncMode,
            String status,
            String message,
            Instant startedAt,
            long estimatedDurationSeconds) {}

    record SyncCancelledResponse(String syncId, String status, String message) {}

    @PostMapping("/api/v1/sync/start/{organization_id}")
    @Access(
            value = To.MEMBERS,
            problems = {ProblemCode.SYNC_IN_PROGRESS, ProblemCode.NOT_CONFIGURED, ProblemCode.SYNC_DISABLED})
    @ResponseStatus(HttpStatus.CREATED)
    @Tag(name = MANAGEMENT)
    @Operation(
            summary = "Start a synchronisation",
            description = "Answers at once; the work goes on in the background. Follow it with the address in"
                    + " `Location`.")
    ResponseEntity<SyncStartedResponse> startSync(Caller caller, @Valid @ParameterObject StartRequest request) {
        return created(starter.start(caller.organization(), request.toRequest(caller)));
    }

    @PostMapping("/api/v1/sync/verify/{organization_id}")
    @Access(
            value = To.MEMBERS,
            problems = {ProblemCode.SYNC_IN_PROGRESS, ProblemCode.NOT_CONFIGURED, ProblemCode.SYNC_DISABLED})
    @ResponseStatus(HttpStatus.CREATED)
    @Tag(name = MANAGEMENT)
    @Operation(
            summary = "Compare the copy with the source",
            description =
                    "Starts a run of mode `verify` that reads everything once and compares each record. Its status"
                            + " says whether the copy is `verified`, and counts the `differences`.")
    ResponseEntity<SyncStartedResponse> verifySync(Caller caller, @Valid @ParameterObject VerifyRequest request) {
        return created(starter.start(caller.organization(), request.toRequest()));
    }

    private static ResponseEntity<SyncStartedResponse> created(StartSync.Outcome.Started started) {
        SyncRun.Queued run = started.run();
        return ResponseEntity.created(SyncStarter.location(run.id()))
                .body(new SyncStartedResponse(
                        run.id().value(),
                        run.organization().value(),
                        run.order().mode().code(),
                        SyncView.status(run),
                        "The synchronisation was started",
                        run.order().requestedAt(),
                        started.estimate().toSeconds()));
    }

    @GetMapping("/api/v1/sync/status/{sync_id}")
    @Access(value = To.MEMBERS, problems = ProblemCode.NOT_FOUND)
    @Tag(name = "Real-time Sync Status")
    @Operation(summary = "How far a synchronisation is")
    SyncStatusResponse getSyncStatus(Caller caller, @PathVariable("sync_id") String syncId) {
        return runId(syncId)
                .flatMap(id -> get.get(caller.organization(), id))
                .map(SyncStatusResponse::of)
                .orElseThrow(SyncController::unknown);
    }

    @DeleteMapping("/api/v1/sync/cancel/{sync_id}")
    @Access(value = To.MEMBERS, problems = ProblemCode.NOT_FOUND)
    @Tag(name = MANAGEMENT)
    @Operation(
            summary = "Cancel a synchronisation",
            description = "From the answer on the run stores nothing more. A run that has ended stays as it ended.")
    SyncCancelledResponse cancelSync(Caller caller, @PathVariable("sync_id") String syncId) {
        SyncRun.Finished run = runId(syncId)
                .flatMap(id -> cancel.cancel(caller.organization(), id))
                .orElseThrow(SyncController::unknown);
        return new SyncCancelledResponse(
                run.id().value(),
                SyncView.status(run),
                run instanceof SyncRun.Cancelled
                        ? "The synchronisation is cancelled; what was stored stays"
                        : "The synchronisation had already ended");
    }

    @GetMapping("/api/v1/sync/dashboard/{organization_id}")
    @Access(To.MEMBERS)
    @Tag(name = MANAGEMENT)
    @Operation(summary = "The synchronisation at a glance")
    SyncDashboardResponse getSyncDashboard(Caller caller) {
        return SyncDashboardResponse.of(caller.organization(), dashboard.of(caller.organization()));
    }

    @GetMapping("/api/v1/sync/history/{organization_id}")
    @Access(value = To.MEMBERS, problems = ProblemCode.INVALID_CURSOR)
    @Tag(name = MANAGEMENT)
    @Operation(
            summary = "Past synchronisations",
            description = "The figures are over all runs, whatever the filter; rates are percentages of finished runs.")
    SyncHistoryResponse listSyncHistory(Caller caller, @Valid @ParameterObject SyncHistoryRequest request) {
        Optional<SyncRunId> before = Optional.ofNullable(request.cursor())
                .map(cursor -> cursors.open(caller.organization(), request.listing(), cursor, SyncRunId.class));
        ListSyncHistory.History page = history.list(caller.organization(), request.filter(before));
        return SyncHistoryResponse.of(
                caller.organization(),
                page.statistics(),
                page.runs(),
                page.next()
                        .map(next -> cursors.seal(caller.organization(), request.listing(), next))
                        .orElse(null));
    }

    static Optional<SyncRunId> runId(String text) {
        return SyncRunId.isValid(text) ? Optional.of(new SyncRunId(text)) : Optional.empty();
    }

    /** The same for a malformed id, for one that does not exist and for one of somebody else. */
    static Refusal unknown() {
        return Refusal.notFound("This organization has no synchronisation of that id."
                + " GET /api/v1/sync/history/{organization_id} lists those it has.");
    }
}
