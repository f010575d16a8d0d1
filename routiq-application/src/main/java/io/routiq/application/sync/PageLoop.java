package io.routiq.application.sync;

import io.routiq.application.practice.PracticeAccess;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.Selection.OfClasses;
import io.routiq.application.practice.StreamRead;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.application.sync.PageReader.Arrival;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.PatientId;
import io.routiq.domain.sync.StreamProgress;
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
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The heart of a run: pages are read side by side, with no transaction open, and stored one by one, each with all that
 * belongs to it in one transaction. What is still to read is kept with the pages, so another worker can go on.
 */
final class PageLoop {

    /** How long the loop waits for a page before it looks whether the run is still wanted. */
    static final Duration HEARTBEAT = Duration.ofMillis(500);

    /** Of each stream, so that a practice where everything is odd does not cost every run a full pass. */
    private static final int MOST_ASKED_AGAIN = StreamRead.MOST_IDS;

    private final SyncStore store;
    private final HeldRun held;
    private final SyncPlan plan;
    private final InstantSource clock;
    private final Runnable heartbeat;
    private final Runnable stillConnected;
    private final OrganizationId organization;
    private final SyncRunId id;
    private final Set<SyncStream> refused = EnumSet.noneOf(SyncStream.class);

    /**
     * A loop for one run.
     *
     * @param heartbeat throws when the run is no longer wanted; called while there is nothing to store
     * @param stillConnected throws when the connection is no longer the run's; called in each page's transaction
     */
    PageLoop(
            SyncStore store,
            HeldRun held,
            SyncPlan plan,
            InstantSource clock,
            Runnable heartbeat,
            Runnable stillConnected) {
        this.store = store;
        this.held = held;
        this.plan = plan;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.stillConnected = stillConnected;
        this.organization = held.organization();
        this.id = held.run().id();
    }

    /** Reads and stores all that the plan says; gives the streams that the practice system would not let us read. */
    Set<SyncStream> readAll(PracticeSystem practiceSystem, PracticeAccess access) throws InterruptedException {
        try (PageReader reader = new PageReader(practiceSystem, organization, access)) {
            read(reader, begin());
            if (plan.streams().contains(SyncStream.PATIENTS)) {
                readMissingPatients(reader);
            }
        }
        return Set.copyOf(refused);
    }

    /** The plan's first pages, or, where an earlier worker has begun, what it left. */
    private List<StreamRead> begin() {
        boolean begun = !held.progress().streams().isEmpty();
        if (begun) {
            return store.transactions()
                    .within(organization, () -> store.checkpoints().open(organization, id));
        }
        List<StreamRead> first = new ArrayList<>(plan.reads());
        first.addAll(store.transactions().within(organization, this::setAsideEarlier));
        held.advance(
                progress ->
                        progress.enter(SyncStep.FETCH_PATIENTS, clock.instant()).expecting(plan.streams()),
                () -> store.checkpoints().add(organization, id, first));
        return first;
    }

    /** Records that could not be understood when they came, and that the plan may not meet again. */
    private List<StreamRead> setAsideEarlier() {
        return plan.streams().stream()
                .filter(stream -> !plan.readsAll(stream))
                .flatMap(stream ->
                        StreamRead.byIds(stream, store.quarantine().toAskAgain(organization, stream, MOST_ASKED_AGAIN))
                                .stream())
                .toList();
    }

    private void read(PageReader reader, Collection<StreamRead> reads) throws InterruptedException {
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
                    List<StreamRead> next = next(arrival);
                    waiting.addAll(next);
                    if (!clock.instant().isBefore(notBefore)) {
                        reader.startFrom(waiting);
                    }
                    store(arrival, next);
                }
            }
        }
    }

    /** Patients named by appointments but not held: those of the window, and any that a page could not know of. */
    private void readMissingPatients(PageReader reader) throws InterruptedException {
        List<PatientId> missing = missingPatients(null);
        while (!missing.isEmpty()) {
            List<String> ids = missing.stream().map(PatientId::value).toList();
            read(reader, StreamRead.byIds(SyncStream.PATIENTS, ids));
            missing = missingPatients(missing.getLast());
        }
    }

    private List<PatientId> missingPatients(@Nullable PatientId after) {
        return store.transactions()
                .within(
                        organization,
                        () -> store.copy()
                                .missingPatients(organization, after, StreamRead.MOST_IDS * PageReader.AT_ONCE));
    }

    /** Where to go on after a page: as it says, and to the attendees of its classes. */
    private List<StreamRead> next(Arrival.Page arrival) {
        List<StreamRead> next = new ArrayList<>();
        arrival.page().cursors().forEach(cursor -> next.add(arrival.read().at(cursor)));
        List<String> classes = arrival.page().records().stream()
                .filter(PracticeRecord.ClassRecord.class::isInstance)
                .map(PracticeRecord::id)
                .toList();
        if (!classes.isEmpty() && plan.streams().contains(SyncStream.ATTENDEES)) {
            next.add(StreamRead.first(SyncStream.ATTENDEES, new OfClasses(classes)));
        }
        return next;
    }

    private void store(Arrival.Page arrival, List<StreamRead> next) {
        RecordPage page = arrival.page();
        SyncStream stream = arrival.read().stream();
        StreamProgress before = held.progress().stream(stream);
        StreamProgress after =
                before.plus(page.records().size(), page.rejected().size(), page.expected(), page.asOf());
        held.advance(progress -> progress.with(stream, after, arrival.requests(), clock.instant()), () -> {
            stillConnected.run();
            store.copy().store(organization, page.records());
            store.quarantine().setAside(organization, stream, page.rejected(), clock.instant());
            store.checkpoints().remove(organization, id, arrival.read());
            store.checkpoints().add(organization, id, next);
            if (before.asOf() == null && plan.isNew(stream)) {
                store.watermarks().save(organization, Map.of(stream, Watermark.ofSome(page.asOf())));
            }
        });
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
        held.advance(progress -> progress.waitingUntil(asked, clock.instant()));
        return asked;
    }
}
