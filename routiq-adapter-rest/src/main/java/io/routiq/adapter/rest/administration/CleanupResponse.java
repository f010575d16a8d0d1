package io.routiq.adapter.rest.administration;

import io.routiq.application.administration.CleanUpDatabase;
import io.routiq.application.administration.OldRecords.Counts;
import io.routiq.application.administration.OldRecords.Limits;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What a cleanup deleted, and what it must not delete. */
record CleanupResponse(
        long daysCleaned,
        boolean dryRun,
        Deleted deleted,
        Retained retained,
        List<Result> cleanupResults,
        Instant completedAt) {

    /** Of a dry run: what would have been deleted. */
    record Deleted(
            long syncRuns,

            @Schema(description = "What was kept of each stream of these runs")
            long syncEvents,

            long auditEntries,
            long idempotencyKeys) {}

    record Retained(
            @Schema(description = "Older than the days asked for, but kept by law")
            long auditEntries,

            String reason) {}

    record Result(
            String records,

            @Schema(allowableValues = {"deleted", "would_delete"})
            String action,

            long count,

            @Schema(description = "Only what is older than this")
            Instant olderThan) {}

    static CleanupResponse of(CleanupRequest request, CleanUpDatabase.Outcome outcome) {
        Counts counts = outcome.counts();
        Limits limits = outcome.limits();
        String action = request.isDry() ? "would_delete" : "deleted";
        return new CleanupResponse(
                request.days(),
                request.isDry(),
                new Deleted(counts.syncRuns(), counts.syncEvents(), counts.auditEntries(), counts.idempotencyKeys()),
                new Retained(outcome.retainedAuditEntries(), reason(outcome)),
                List.of(
                        new Result("sync_runs", action, counts.syncRuns(), limits.runsBefore()),
                        new Result("sync_events", action, counts.syncEvents(), limits.runsBefore()),
                        new Result("audit_entries", action, counts.auditEntries(), limits.auditEntriesBefore()),
                        new Result("idempotency_keys", action, counts.idempotencyKeys(), limits.keysBefore())),
                outcome.completedAt());
    }

    private static String reason(CleanUpDatabase.Outcome outcome) {
        return "Audit entries are kept for " + outcome.auditRetention().getYears()
                + " years, whatever days_old says, because the law asks for it";
    }
}
