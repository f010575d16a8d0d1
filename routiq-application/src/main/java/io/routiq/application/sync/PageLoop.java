package io.routiq.application.sync;

import io.routiq.application.practice.PracticeSystemException;
import io.routiq.application.practice.Selection.OfPatients;
import io.routiq.application.practice.Selection.WithIds;
import io.routiq.application.practice.StreamRead;
import io.routiq.application.sync.PageReader.Arrival;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.PatientId;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStep;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The heart of a run: pages are read side by side, with no transaction open, and stored one by one, each with all that
 * belongs to it in one transaction. What is still to read is kept with the pages, so another worker can go on.
 */
final class PageLoop {

    /** How long the loop waits for a page before it looks whether the run is still wanted. */
    static final Duration HEARTBEAT = Duration.ofMillis(500);

    /** A source that has refused everything for so long is not waited for any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final SyncStore store;
    private final HeldRun held;
    private final SyncPlan plan;
    private final InstantSource clock;
    private final Runnable heartbeat;
    private final PageStore pages;
    private final PageReader reader;
    private final OrganizationId organization;
    private final SyncRunId id;
    private final Set<SyncStream> refused = EnumSet.noneOf(SyncStream.class);
    private Instant latestPageAt;

    /**
     * A loop for one run.
     *
     * @param heartbeat throws when the run is no longer wanted; called while there is nothing to store
     */
    PageLoop(
            SyncStore store,
            HeldRun held,
            SyncPlan plan,
            InstantSource clock,
            Runnable heartbeat,
            PageStore pages,
            PageReader reader) {
        this.store = store;
        this.held = held;
        this.plan = plan;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.pages = pages;
        this.reader = reader;
        this.organization = held.organization();
        this.id = held.run().id();
        this.latestPageAt = clock.instant();
    }

    /** Reads and stores all that the plan says; gives the streams that the practice system would not let us read. */
    Set<SyncStream> readAll() throws InterruptedException {
        read(begin());
        if (plan.order().writes()) {
            boolean more = true;
            while (more) {
                readMissingPatients();
                more = readMovedVisits();
            }
        }
        return Set.copyOf(refused);
    }

    /** The plan's first pages, or, where an earlier worker has begun, what it left. */
    private List<StreamRead> begin() {
        boolean begun = !held.progress().streams().isEmpty();
        if (begun) {
            return within(() -> store.checkpoints().open(organization, id));
        }
        List<StreamRead> first = new ArrayList<>(plan.reads());
        first.addAll(within(pages::setAsideEarlier));
        held.advance(
                progress ->
                        progress.enter(SyncStep.FETCH_PATIENTS, clock.instant()).expecting(plan.streams()),
                () -> {
                    store.census().close(organization);
                    store.checkpoints().add(organization, id, first);
                });
        return first;
    }

    /** Reads and stores these pages and those that they lead to. */
    void read(Collection<StreamRead> reads) throws InterruptedException {
        Queue<StreamRead> waiting = new ArrayDeque<>(reads);
        Instant notBefore = Instant.MIN;
        while (!waiting.isEmpty() || !reader.isIdle()) {
            if (!clock.instant().isBefore(notBefore)) {
                reader.startFrom(waiting);
            }
            switch (reader.next(HEARTBEAT).orElse(null)) {
                case null -> heartbeat.run();
                case Arrival.Refused arrival -> refuse(arrival.read().stream(), arrival.failure());
                case Arrival.PutOff arrival -> {
                    waiting.add(arrival.read());
                    notBefore = waitUntil(arrival.notBefore(), notBefore);
                }
                case Arrival.Page arrival -> {
                    latestPageAt = clock.instant();
                    List<StreamRead> next = pages.next(arrival);
                    waiting.addAll(next);
                    if (!clock.instant().isBefore(notBefore)) {
                        reader.startFrom(waiting);
                    }
                    pages.store(arrival, next);
                }
            }
        }
    }

    /**
     * Patients named by appointments but not held: those of the window, any that a page could not know of, and whoever
     * survived one of them. Whom a list leaves out is asked for alone, and then held or set aside.
     */
    private void readMissingPatients() throws InterruptedException {
        List<PatientId> missing = missingPatients();
        while (!missing.isEmpty()) {
            read(StreamRead.byIds(
                    SyncStream.PATIENTS, missing.stream().map(PatientId::value).toList()));
            Set<PatientId> still = new HashSet<>(missing);
            still.retainAll(missingPatients());
            read(still.stream()
                    .map(patient -> StreamRead.first(SyncStream.PATIENTS, new WithIds(List.of(patient.value()))))
                    .toList());
            missing = missingPatients();
        }
    }

    private List<PatientId> missingPatients() {
        if (!plan.streams().contains(SyncStream.PATIENTS)) {
            return List.of();
        }
        int most = StreamRead.MOST_IDS * PageReader.AT_ONCE;
        return within(() -> store.copy().missingPatients(organization, most));
    }

    /** The source may have moved visits without giving them a new version; true if there was anything to look at. */
    private boolean readMovedVisits() throws InterruptedException {
        List<PatientId> moved = within(() -> store.copy().moved(organization));
        List<String> ids = moved.stream().map(PatientId::value).toList();
        read(Stream.of(SyncStream.APPOINTMENTS, SyncStream.ATTENDEES)
                .filter(stream -> plan.streams().contains(stream) && !plan.isFirstReading(stream))
                .flatMap(stream -> StreamRead.inParts(ids, part -> StreamRead.first(stream, new OfPatients(part))))
                .toList());
        held.advance(progress -> progress, () -> store.copy().settle(organization, moved));
        return !moved.isEmpty();
    }

    private <T> T within(Supplier<T> work) {
        return store.transactions().within(organization, work);
    }

    /** Without patients or appointments the run has no point; what else may not be read is left out and said. */
    private void refuse(SyncStream stream, SyncFailure failure) {
        if (failure.cause() != SyncFailure.Cause.PERMISSION_DENIED || stream.isEssential()) {
            throw new PracticeSystemException(failure);
        }
        refused.add(stream);
        held.advance(progress ->
                progress.withError("The API key's user may not read " + stream.code() + "; they were left out"));
    }

    private Instant waitUntil(Instant asked, Instant known) {
        if (!asked.isAfter(known)) {
            return known;
        }
        if (latestPageAt.plus(PATIENCE).isBefore(clock.instant())) {
            throw new PracticeSystemException(SyncFailure.of(SyncFailure.Cause.RATE_LIMITED));
        }
        held.advance(progress -> progress.waitingUntil(asked, clock.instant()));
        return asked;
    }
}
