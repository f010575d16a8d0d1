package io.routiq.application.dashboard;

import io.routiq.application.Transactions;
import io.routiq.application.sync.GetSyncDashboard;
import io.routiq.application.sync.SyncRuns;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.sync.SyncRun;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The sync dashboard, and beside it what it leaves out: how many visits there are, and the latest runs. */
public final class GetDashboard {

    private static final int LATEST_RUNS = 10;

    private final Transactions transactions;
    private final GetSyncDashboard getSyncDashboard;
    private final Visits visits;
    private final SyncRuns runs;
    private final InstantSource clock;

    public GetDashboard(
            Transactions transactions,
            GetSyncDashboard getSyncDashboard,
            Visits visits,
            SyncRuns runs,
            InstantSource clock) {
        this.transactions = transactions;
        this.getSyncDashboard = getSyncDashboard;
        this.visits = visits;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * The dashboard.
     *
     * @param latestRuns newest first, ten at most
     */
    public record Dashboard(
            GetSyncDashboard.Dashboard sync, Visits.Totals visits, List<SyncRun> latestRuns, Instant generatedAt) {
        public Dashboard {
            latestRuns = List.copyOf(latestRuns);
        }
    }

    public Dashboard of(OrganizationId organization) {
        Instant now = clock.instant();
        var latest = new SyncRuns.Filter(Optional.empty(), Optional.empty(), Optional.empty(), LATEST_RUNS);
        return transactions.reading(
                organization,
                () -> new Dashboard(
                        getSyncDashboard.of(organization),
                        visits.totals(organization, ActivityWindow.DEFAULT, now),
                        runs.list(organization, latest),
                        now));
    }
}
