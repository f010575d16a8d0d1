package io.routiq.adapter.cliniko.simulator;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What a practice is set up with: locations, people, types, and the life of those. */
public final class Setup {

    private final Store store;

    Setup(Store store) {
        this.store = store;
    }

    public long business(String name, String city, String zone) {
        return store.locked(() -> {
            var row = new ReferenceRows.Business(
                    store.referenceIds.next(), store.now(), name, city, store.account.countryCode(), zone);
            store.businesses.add(row);
            return row.id;
        });
    }

    public long user(String firstName, String lastName, Role role) {
        return store.locked(() -> {
            var row = new ReferenceRows.User(store.referenceIds.next(), store.now(), firstName, lastName, role);
            store.users.add(row);
            return row.id;
        });
    }

    public long practitioner(long user, @Nullable String firstName, @Nullable String lastName) {
        return store.locked(() -> {
            var row = new ReferenceRows.Practitioner(
                    store.referenceIds.next(), store.now(), user, firstName, lastName, "Dr");
            store.practitioners.add(row);
            return row.id;
        });
    }

    public long appointmentType(String name, String category, int minutes, int maxAttendees) {
        return store.locked(() -> {
            var row = new ReferenceRows.AppointmentType(
                    store.referenceIds.next(), store.now(), name, category, minutes, maxAttendees);
            store.appointmentTypes.add(row);
            return row.id;
        });
    }

    public long referenceNumber(long practitioner, long business, String name, String number) {
        return store.locked(() -> {
            var row = new ReferenceRows.ReferenceNumber(
                    store.referenceIds.next(), store.now(), practitioner, business, name, number);
            store.referenceNumbers.add(row);
            return row.id;
        });
    }

    /** Gone at once and without a trace; this kind knows no archive. */
    public void deleteReferenceNumber(long id) {
        store.locked(() -> store.referenceNumbers.remove(found(store.referenceNumbers, id)));
    }

    public long unavailableBlock(long practitioner, long business, Instant startsAt, Instant endsAt) {
        return store.locked(() -> {
            var row = new BlockRow(store.bookingIds.next(), store.now());
            row.practitionerId = practitioner;
            row.businessId = business;
            row.blockTypeId = 1;
            row.startsAt = startsAt.getEpochSecond();
            row.endsAt = endsAt.getEpochSecond();
            store.blocks.add(row);
            return row.id;
        });
    }

    /** Leaves {@code /practitioners} and appears under {@code /practitioners/inactive}. */
    public void deactivatePractitioner(long id) {
        active(id, false);
    }

    public void reactivatePractitioner(long id) {
        active(id, true);
    }

    public void archiveAppointmentType(long id) {
        store.locked(() -> archive(store.appointmentTypes, id, store.now()));
    }

    public void archiveBusiness(long id) {
        store.locked(() -> archive(store.businesses, id, store.now()));
    }

    public void unarchiveBusiness(long id) {
        store.locked(() -> archive(store.businesses, id, Row.NONE));
    }

    public List<Long> practitioners() {
        return ids(store.practitioners);
    }

    public List<Long> businesses() {
        return ids(store.businesses);
    }

    public List<Long> appointmentTypes() {
        return ids(store.appointmentTypes);
    }

    private List<Long> ids(Table<? extends Row> table) {
        return store.locked(() -> table.all().stream().map(row -> row.id).toList());
    }

    private void active(long id, boolean active) {
        store.locked(() -> store.practitioners.change(found(store.practitioners, id), row -> {
            row.active = active;
            row.stamp(store.now());
        }));
    }

    private <R extends Row> void archive(Table<R> table, long id, long when) {
        table.change(found(table, id), row -> {
            row.archivedAt = when;
            if (store.is(Switch.HIDING_MOVES_UPDATED_AT, Choice.YES)) {
                row.stamp(store.now());
            }
        });
    }

    private static <R extends Row> R found(Table<R> table, long id) {
        return table.find(id).orElseThrow(() -> new NoSuchElementException("no record " + id));
    }
}
