package io.routiq.application.sync;

import io.routiq.application.practice.Census;
import io.routiq.application.practice.Census.Absence;
import io.routiq.application.practice.Census.Count;
import io.routiq.application.practice.Selection.WithIds;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.DeletionAlarm;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOption;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Deletes what has vanished at the source, after a run has read everything. A record is gone when the run did not meet
 * it and the source, asked for it alone, does not know it, and when an earlier run had found the same. Whatever looks
 * like a mistake raises an alarm instead. Source of the rules: sync engine, R4.
 */
final class Reconciliation {

    /** More than so many records of a stream do not vanish by themselves, nor more than one in twenty. */
    private static final long MOST_AT_ONCE = 50;

    private static final long ONE_IN = 20;

    private final SyncStore store;
    private final Census census;
    private final HeldRun held;
    private final Runnable stillConnected;
    private final String reader;
    private final OrganizationId organization;
    private final SyncRunId id;

    /** @param reader who has read, as the practice system says */
    Reconciliation(SyncStore store, HeldRun held, Runnable stillConnected, String reader) {
        this.store = store;
        this.census = store.census();
        this.held = held;
        this.stillConnected = stillConnected;
        this.reader = reader;
        this.organization = held.organization();
        this.id = held.run().id();
    }

    /** @param streams those that the run has read to the end */
    void reconcile(PageLoop loop, Collection<SyncStream> streams) throws InterruptedException {
        boolean whole = within(() -> census.isWhole(organization, id));
        boolean trusted =
                within(() -> census.reader(organization)).map(reader::equals).orElse(true);
        boolean nothingUnmet = true;
        for (SyncStream stream : streams) {
            Count count = within(() -> census.count(organization, id, stream));
            noteDifferences(stream, count);
            Optional<DeletionAlarm> alarm = alarm(count, whole, trusted);
            if (alarm.isPresent()) {
                raise(alarm.get(), stream, count);
            } else if (count.unmet() > 0) {
                askFor(loop, stream);
                delete(stream);
            }
            nothingUnmet &= count.unmet() == 0;
        }
        if (whole && (nothingUnmet || isConfirmed())) {
            held.advance(progress -> progress, () -> census.trust(organization, reader));
        }
    }

    private boolean isConfirmed() {
        return held.run().order().has(SyncOption.CONFIRM_DELETIONS);
    }

    private void noteDifferences(SyncStream stream, Count count) {
        if (held.run().order().mode() == SyncMode.VERIFY) {
            held.advance(progress ->
                    progress.with(stream, progress.stream(stream).differences().withVanished(count.unmet())));
        }
    }

    private Optional<DeletionAlarm> alarm(Count count, boolean whole, boolean trusted) {
        if (!whole) {
            boolean matters = count.unmet() > 0 || held.run().order().mode() == SyncMode.VERIFY;
            return matters ? Optional.of(DeletionAlarm.SHORT_READ) : Optional.empty();
        }
        if (count.unmet() == 0 || isConfirmed()) {
            return Optional.empty();
        }
        if (!trusted) {
            return Optional.of(DeletionAlarm.OTHER_READER);
        }
        boolean tooMany = count.unmet() > MOST_AT_ONCE || count.unmet() * ONE_IN > count.held();
        return tooMany ? Optional.of(DeletionAlarm.TOO_MANY) : Optional.empty();
    }

    private void raise(DeletionAlarm alarm, SyncStream stream, Count count) {
        held.advance(progress -> progress.withAlarm(alarm)
                .withError("%d of %d records of %s were not found at the source and nothing was deleted. %s. %s"
                        .formatted(count.unmet(), count.held(), stream.code(), alarm.message(), alarm.hint())));
    }

    private void askFor(PageLoop loop, SyncStream stream) throws InterruptedException {
        List<String> unmet = within(() -> census.toAskFor(organization, id, stream));
        List<StreamRead> alone = unmet.stream()
                .map(record -> StreamRead.first(stream, new WithIds(List.of(record))))
                .toList();
        loop.read(alone);
    }

    /** What an administrator has confirmed need not have been found absent before. */
    private void delete(SyncStream stream) {
        List<String> gone = within(() -> census.absences(organization, id, stream)).stream()
                .filter(absence -> absence.foundBefore() || isConfirmed())
                .map(Absence::recordId)
                .toList();
        if (!gone.isEmpty() && held.run().order().writes()) {
            held.advance(progress -> progress, () -> {
                stillConnected.run();
                store.copy().remove(organization, stream, gone);
            });
        }
    }

    private <T> T within(Supplier<T> work) {
        return store.transactions().within(organization, work);
    }
}
