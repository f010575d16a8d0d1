package io.routiq.application.sync;

import io.routiq.application.Transactions;
import io.routiq.application.connection.Connection;
import io.routiq.application.connection.Connections;
import io.routiq.application.connection.Timetable;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncTrigger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Starts the run that is due: a full one if none was begun since the latest night, otherwise one that reads changes.
 * While synchronisation is off, or the key is rejected, nothing starts, but the schedule goes on: the key may turn out to
 * be good. It ends with the connection.
 */
public final class StartScheduledSync {

    private final Transactions transactions;
    private final Connections connections;
    private final SyncRuns runs;
    private final PracticeCopy copy;
    private final StartSync start;
    private final InstantSource clock;

    public StartScheduledSync(
            Transactions transactions,
            Connections connections,
            SyncRuns runs,
            PracticeCopy copy,
            StartSync start,
            InstantSource clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.runs = runs;
        this.copy = copy;
        this.start = start;
        this.clock = clock;
    }

    /** When to come again, or empty if the schedule has ended. An active run is left alone: the next time will do. */
    public Optional<Instant> start(OrganizationId organization) {
        Instant now = clock.instant();
        return transactions.within(
                organization,
                () -> connections.find(organization).map(connection -> {
                    Timetable timetable = timetable(organization, connection);
                    if (connection.status() != Connection.Status.ACTION_REQUIRED) {
                        start(organization, timetable.latestNight(now));
                    }
                    return timetable.next(now);
                }));
    }

    private void start(OrganizationId organization, Instant latestNight) {
        SyncMode mode = isFullDue(organization, latestNight) ? SyncMode.FULL : SyncMode.INCREMENTAL;
        start.start(organization, StartSync.Request.of(mode, SyncTrigger.SCHEDULED));
    }

    private Timetable timetable(OrganizationId organization, Connection connection) {
        ZoneId zone = copy.timeZone(organization).orElse(ZoneOffset.UTC);
        return new Timetable(
                organization, Duration.ofMinutes(connection.settings().intervalMinutes()), zone);
    }

    private boolean isFullDue(OrganizationId organization, Instant latestNight) {
        var newestFull = new SyncRuns.Filter(Optional.empty(), Optional.of(SyncMode.FULL), Optional.empty(), 1);
        return runs.list(organization, newestFull).stream()
                .noneMatch(run -> !run.order().requestedAt().isBefore(latestNight));
    }
}
