package io.routiq.application.sync;

import io.routiq.application.Transactions;
import io.routiq.application.connection.Connection;
import io.routiq.application.connection.Connections;
import io.routiq.application.connection.SyncSchedule;
import io.routiq.application.patient.PatientStats;
import io.routiq.application.patient.Patients;
import io.routiq.application.practice.Freshness;
import io.routiq.application.practice.Watermarks;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.sync.SyncRun;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Everything that a practice's sync dashboard shows, as of one instant. */
public final class GetSyncDashboard {

    private final Transactions transactions;
    private final SyncRuns runs;
    private final Patients patients;
    private final Connections connections;
    private final Watermarks watermarks;
    private final SyncSchedule schedule;
    private final InstantSource clock;

    public GetSyncDashboard(
            Transactions transactions,
            SyncRuns runs,
            Patients patients,
            Connections connections,
            Watermarks watermarks,
            SyncSchedule schedule,
            InstantSource clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.patients = patients;
        this.connections = connections;
        this.watermarks = watermarks;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * The dashboard.
     *
     * @param current the active run
     * @param last the newest run that has ended
     * @param lastCompletedAt when a run last ended well
     * @param available true if a start would be accepted now
     * @param nextScheduled when the next run starts by itself
     * @param dataAsOf up to when the figures are known complete
     */
    public record Dashboard(
            Optional<SyncRun.Active> current,
            Optional<SyncRun> last,
            Optional<Instant> lastCompletedAt,
            PatientStats patients,
            Optional<Connection> connection,
            boolean available,
            Optional<Instant> nextScheduled,
            Optional<Instant> dataAsOf) {}

    public Dashboard of(OrganizationId organization) {
        Instant now = clock.instant();
        ActivityWindow window = ActivityWindow.DEFAULT;
        return transactions.reading(organization, () -> {
            Optional<SyncRun.Active> current = runs.active(organization);
            Optional<Connection> connection = connections.find(organization);
            return new Dashboard(
                    current,
                    lastEnded(organization),
                    Optional.ofNullable(runs.statistics(organization).lastSuccessfulAt()),
                    patients.stats(organization, window, now),
                    connection,
                    current.isEmpty()
                            && connection
                                    .filter(it -> it.settings().syncEnabled())
                                    .isPresent(),
                    connection.filter(GetSyncDashboard::isScheduled).flatMap(it -> schedule.next(organization)),
                    Freshness.asOf(watermarks.all(organization), window.from(now)));
        });
    }

    private static boolean isScheduled(Connection connection) {
        return connection.settings().syncEnabled() && connection.status() != Connection.Status.ACTION_REQUIRED;
    }

    /** At most one run is active, so of the two newest one has ended, if any has. */
    private Optional<SyncRun> lastEnded(OrganizationId organization) {
        List<SyncRun> newest =
                runs.list(organization, new SyncRuns.Filter(Optional.empty(), Optional.empty(), Optional.empty(), 2));
        return newest.stream().filter(SyncRun.Finished.class::isInstance).findFirst();
    }
}
