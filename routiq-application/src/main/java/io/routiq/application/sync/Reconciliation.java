package io.routiq.application.sync;

import io.routiq.application.practice.Census;
import io.routiq.application.practice.Census.Absence;
import io.routiq.application.practice.Census.Count;
import io.routiq.application.practice.Selection.WithIds;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.DeletionAlarm;
import io.routiq.domain.sync.Differences;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOption;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
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
    void reconcile(PageLoop loop, List<SyncStream> streams) throws InterruptedException {
        Optional<String> known = within(() -> census.reader(organization));
        boolean trusted = known.map(reader::equals).orElse(true);
        boolean nothingUnmet = true;
        for (SyncStream stream : streams) {
            Count count = within(() -> census.count(organization, id, stream));
            Optional<DeletionAlarm> alarm = alarm(stream, count, trusted);
            if (alarm.isPresent()) {
                raise(alarm.get(), stream, count);
                noteVanished(stream, count.unmet());
            } else if (count.unmet() > 0) {
                delete(stream, absent(loop, stream));
            }
            nothingUnmet &= alarm.isEmpty() && count.unmet() == 0;
        }
        if (known.isEmpty() || nothingUnmet || isConfirmed()) {
            held.advance(progress -> progress, () -> census.trust(organization, reader));
        }
    }

    private boolean isConfirmed() {
        return held.run().order().has(SyncOption.CONFIRM_DELETIONS);
    }

    private Optional<DeletionAlarm> alarm(SyncStream stream, Count count, boolean trusted) {
        if (!isWhole(stream)) {
            return Optional.of(DeletionAlarm.SHORT_READ);
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

    /** Attendees are read by the classes that came. */
    private boolean isWhole(SyncStream stream) {
        return within(() -> census.isWhole(organization, id, stream)
                && (stream != SyncStream.ATTENDEES || census.isWhole(organization, id, SyncStream.GROUP_APPOINTMENTS)));
    }

    private void raise(DeletionAlarm alarm, SyncStream stream, Count count) {
        String what = count.unmet() == 0
                ? "Some records of %s may be missing".formatted(stream.code())
                : "%d of %d records of %s were not found at the source, and nothing of them was deleted"
                        .formatted(count.unmet(), count.held(), stream.code());
        held.advance(
                progress -> progress.withAlarm(alarm).withError(what + ". " + alarm.message() + ". " + alarm.hint()));
    }

    /** Asks for each unmet record alone; gives those that are not there. */
    private List<Absence> absent(PageLoop loop, SyncStream stream) throws InterruptedException {
        List<String> unmet = within(() -> census.toAskFor(organization, id, stream));
        loop.read(unmet.stream()
                .map(record -> StreamRead.first(stream, new WithIds(List.of(record))))
                .toList());
        List<Absence> absent = within(() -> census.absences(organization, id, stream));
        noteVanished(stream, absent.size());
        return absent;
    }

    /** Never fewer than an earlier attempt has found: what that deleted is not there to be found again. */
    private void noteVanished(SyncStream stream, long records) {
        if (held.run().order().mode() == SyncMode.VERIFY) {
            held.advance(progress -> {
                Differences found = progress.stream(stream).differences();
                return progress.with(stream, found.withVanished(Math.max(found.vanished(), records)));
            });
        }
    }

    /** What an administrator has confirmed need not have been found absent before. */
    private void delete(SyncStream stream, List<Absence> absent) {
        List<String> gone = absent.stream()
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
