package io.routiq.application.dashboard;

import io.routiq.application.Transactions;
import io.routiq.application.audit.AuditTrail;
import io.routiq.application.audit.ReadEvent;
import io.routiq.application.patient.ActivityFigures;
import io.routiq.application.patient.PatientVisits;
import io.routiq.application.practice.Freshness;
import io.routiq.application.practice.Watermarks;
import io.routiq.application.sync.SyncRuns;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Counts the active patients and their visits, and leaves an audit entry in the same transaction. */
public final class SummariseActivity {

    private final Transactions transactions;
    private final PatientVisits visits;
    private final SyncRuns runs;
    private final Watermarks watermarks;
    private final AuditTrail audit;
    private final InstantSource clock;

    public SummariseActivity(
            Transactions transactions,
            PatientVisits visits,
            SyncRuns runs,
            Watermarks watermarks,
            AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.visits = visits;
        this.runs = runs;
        this.watermarks = watermarks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param lastSyncAt when a run last ended well
     * @param evaluatedAt the instant that the figures hold for
     * @param dataAsOf up to when the figures are known complete, or empty while something may be missing
     */
    public record Summary(
            ActivityFigures figures, Optional<Instant> lastSyncAt, Instant evaluatedAt, Optional<Instant> dataAsOf) {}

    public Summary summarise(OrganizationId organization, ActivityWindow window, ReadEvent.Reader reader) {
        Instant now = clock.instant();
        return transactions.reading(organization, () -> {
            audit.record(organization, new ReadEvent(reader, "summarise_activity", List.of(), now));
            return new Summary(
                    visits.figures(organization, window, now),
                    Optional.ofNullable(runs.statistics(organization).lastSuccessfulAt()),
                    now,
                    Freshness.asOf(watermarks.all(organization), window.from(now)));
        });
    }
}
