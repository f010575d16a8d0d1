package io.routiq.application.sync;

import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.RejectedRecord;
import io.routiq.application.practice.Selection.OfClasses;
import io.routiq.application.practice.StreamRead;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.application.sync.PageReader.Arrival;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.Differences;
import io.routiq.domain.sync.StreamProgress;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores a page and all that belongs to it in one transaction: records, what is still to read, watermark, progress. */
final class PageStore {

    private final SyncStore store;
    private final HeldRun held;
    private final SyncPlan plan;
    private final InstantSource clock;
    private final Runnable stillConnected;
    private final OrganizationId organization;
    private final SyncRunId id;

    /** @param stillConnected throws when the connection is no longer the run's; called in each page's transaction */
    PageStore(SyncStore store, HeldRun held, SyncPlan plan, InstantSource clock, Runnable stillConnected) {
        this.store = store;
        this.held = held;
        this.plan = plan;
        this.clock = clock;
        this.stillConnected = stillConnected;
        this.organization = held.organization();
        this.id = held.run().id();
    }

    /** Where to go on after a page: as it says, and to the attendees of its classes. */
    List<StreamRead> next(Arrival.Page arrival) {
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

    /** Stores a page, and that {@code next} is to be read. */
    void store(Arrival.Page arrival, List<StreamRead> next) {
        RecordPage page = arrival.page();
        StreamRead read = arrival.read();
        SyncStream stream = read.stream();
        StreamProgress before = held.progress().stream(stream);
        StreamProgress after = before.plus(
                        page.records().size(), page.rejected().size(), page.expected(), page.asOf())
                .with(before.differences().plus(differences(read, page)));
        held.advance(progress -> progress.with(stream, after, arrival.requests(), clock.instant()), () -> {
            stillConnected.run();
            if (plan.order().writes()) {
                write(read, page);
                saveFirst(stream, before.asOf(), page.asOf());
            }
            if (plan.order().mode().readsEverything()) {
                count(read, page);
            }
            store.checkpoints().remove(organization, id, read);
            store.checkpoints().add(organization, id, next);
        });
    }

    /** What a list leaves out may be there all the same: that a record is absent is believed where it was asked for alone. */
    private void write(StreamRead read, RecordPage page) {
        store.copy().store(organization, page.records());
        store.quarantine().setAside(organization, read.stream(), page.rejected(), clock.instant());
        if (read.namesOneId()) {
            store.copy().notFound(organization, read.stream(), page.absent(), clock.instant());
        } else {
            store.quarantine().askedInVain(organization, read.stream(), page.absent(), clock.instant());
        }
    }

    /** Records that are asked for by their ids were compared with their list, or will be. */
    private Differences differences(StreamRead read, RecordPage page) {
        if (plan.order().mode() != SyncMode.VERIFY || read.namesIds()) {
            return Differences.NONE;
        }
        Watermark known = plan.known().get(read.stream());
        @Nullable Instant asOf = known == null ? null : known.asOf();
        return store.transactions()
                .within(organization, () -> store.copy().compare(organization, read.stream(), page.records(), asOf));
    }

    private void saveFirst(SyncStream stream, @Nullable Instant before, Instant asOf) {
        if (before == null && plan.isNew(stream)) {
            store.watermarks().save(organization, Map.of(stream, Watermark.ofSome(asOf)));
        }
    }

    private void count(StreamRead read, RecordPage page) {
        List<String> met = Stream.concat(
                        page.records().stream().map(PracticeRecord::id),
                        page.rejected().stream().map(RejectedRecord::id))
                .toList();
        store.census().meet(organization, id, read.stream(), met, page.whole() || read.namesIds());
        if (read.namesOneId()) {
            store.census().absent(organization, id, read.stream(), page.absent());
        }
    }

    /** Records that could not be understood when they came, and that the plan may not meet again. */
    List<StreamRead> setAsideEarlier() {
        return plan.streams().stream()
                .filter(stream -> !plan.readsAll(stream))
                .flatMap(stream ->
                        StreamRead.byIds(
                                stream, store.quarantine().toAskAgain(organization, stream, StreamRead.MOST_IDS))
                                .stream())
                .toList();
    }
}
