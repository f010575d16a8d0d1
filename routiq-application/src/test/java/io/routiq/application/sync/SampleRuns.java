package io.routiq.application.sync;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.DeletionAlarm;
import io.routiq.domain.sync.Differences;
import io.routiq.domain.sync.StreamProgress;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOrder;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStep;
import io.routiq.domain.sync.SyncStream;
import io.routiq.domain.sync.SyncTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Made-up runs of one organization. */
public final class SampleRuns {

    /** When the first run is asked for. */
    public static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");

    private final OrganizationId organization;
    private final AtomicInteger made = new AtomicInteger();

    public SampleRuns(OrganizationId organization) {
        this.organization = organization;
    }

    /** A run that waits. */
    public SyncRun.Queued queued(SyncMode mode, Instant requestedAt) {
        String suffix = "%06d".formatted(made.incrementAndGet());
        return SyncRun.queued(new SyncOrder(
                SyncRunId.of(organization, requestedAt, suffix),
                organization,
                mode,
                SyncTrigger.MANUAL,
                Set.of(),
                requestedAt));
    }

    public SyncRun.Queued queued() {
        return queued(SyncMode.ACTIVE, NOW);
    }

    /** A run that ended well after {@code duration}, with so many records read. */
    public SyncRun.Completed completed(SyncMode mode, Instant requestedAt, Duration duration, long fetched) {
        Instant end = requestedAt.plus(duration);
        StreamProgress read = StreamProgress.NONE.plus(fetched, 0, fetched, end);
        SyncRun.Running running = queued(mode, requestedAt).claim(requestedAt);
        return running.advance(running.progress().with(SyncStream.PATIENTS, read, 1, end))
                .complete(end);
    }

    /** A progress with something in every member. */
    public static SyncProgress eventful(Instant at) {
        return SyncProgress.notStarted(at)
                .enter(SyncStep.FETCH_PATIENTS, at)
                .expecting(EnumSet.of(SyncStream.PATIENTS, SyncStream.ATTENDEES))
                .with(SyncStream.PATIENTS, StreamProgress.NONE.plus(100, 2, 650, at.minusSeconds(3)), 7, at)
                .with(SyncStream.PATIENTS, new Differences(1, 2, 3))
                .withAlarm(DeletionAlarm.SHORT_READ)
                .withActivePatients(42)
                .withError("2 records of patients could not be understood and were set aside")
                .withError("Zweiter Satz mit \"Zeichen\", Komma und ü")
                .waitingUntil(at.plusSeconds(30), at.plusSeconds(1));
    }
}
