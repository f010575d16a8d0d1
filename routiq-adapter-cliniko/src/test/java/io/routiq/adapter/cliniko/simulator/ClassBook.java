package io.routiq.adapter.cliniko.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The life of group classes and of those who attend them. */
public final class ClassBook extends Book<GroupRow> {

    ClassBook(Store store) {
        super(store, store.groups);
    }

    /** With the practice's first practitioner, location and group type. */
    public long create(Instant startsAt) {
        return store.locked(() -> create(
                store.practitioners.all().getFirst().id,
                store.businesses.all().getFirst().id,
                store.appointmentTypes.all().stream()
                        .filter(type -> type.maxAttendees > 1)
                        .findFirst()
                        .orElseThrow()
                        .id,
                startsAt,
                startsAt.plus(Duration.ofHours(1))));
    }

    public long create(long practitioner, long business, long appointmentType, Instant startsAt, Instant endsAt) {
        return store.locked(() -> {
            var row = new GroupRow(store.bookingIds.next(), store.now());
            row.practitionerId = practitioner;
            row.businessId = business;
            row.appointmentTypeId = appointmentType;
            row.startsAt = startsAt.getEpochSecond();
            row.endsAt = endsAt.getEpochSecond();
            table.add(row);
            return row.id;
        });
    }

    public void reschedule(long id, Instant startsAt) {
        change(id, row -> {
            row.endsAt += startsAt.getEpochSecond() - row.startsAt;
            row.startsAt = startsAt.getEpochSecond();
        });
    }

    /** Answers the attendee's id. */
    public long addAttendee(long group, long patient) {
        return store.locked(() -> {
            GroupRow row = get(group);
            var attendee = new AttendeeRow(store.attendeeIds.next(), store.now(), row, patient);
            row.attendees.add(attendee);
            store.attendees.add(attendee);
            moved(row);
            return attendee.id;
        });
    }

    public void cancelAttendee(long attendee) {
        cancelAttendee(attendee, AppointmentBook.OTHER_REASON, null);
    }

    /** Cancelling once more changes nothing. */
    public void cancelAttendee(long attendee, int reason, @Nullable String note) {
        store.locked(() -> {
            if (attendee(attendee).cancelledAt == Row.NONE) {
                attend(attendee, store.is(Switch.HIDING_MOVES_UPDATED_AT, Choice.YES), row -> {
                    row.cancelledAt = store.now();
                    row.cancellationReason = reason;
                    row.cancellationNote = note;
                });
            }
        });
    }

    /** True, false, or null when nobody knows any more. */
    public void arrived(long attendee, @Nullable Boolean arrived) {
        attend(attendee, true, row -> row.arrived = arrived);
    }

    public void archiveAttendee(long attendee) {
        attend(attendee, store.is(Switch.HIDING_MOVES_UPDATED_AT, Choice.YES), row -> row.archivedAt = store.now());
    }

    public void deleteAttendee(long attendee) {
        attend(attendee, true, row -> row.deletedAt = store.now());
    }

    /** Together with its attendees. */
    @Override
    public void delete(long id) {
        store.locked(() -> {
            get(id).attendees.forEach(attendee -> deleteAttendee(attendee.id));
            super.delete(id);
        });
    }

    /** Ids of all attendees of classes that are not deleted, ascending. */
    public List<Long> attendees() {
        return store.locked(() -> store.attendees.all().stream()
                .filter(row -> row.booking instanceof GroupRow && row.deletedAt == Row.NONE)
                .map(row -> row.id)
                .toList());
    }

    private void attend(long attendee, boolean stamps, Consumer<AttendeeRow> change) {
        store.locked(() -> {
            store.attendees.change(attendee(attendee), row -> {
                change.accept(row);
                if (stamps) {
                    row.stamp(store.now());
                }
            });
            if (attendee(attendee).booking instanceof GroupRow group) {
                moved(group);
            }
        });
    }

    private void moved(GroupRow group) {
        if (store.is(Switch.ATTENDEE_MOVES_GROUP, Choice.YES)) {
            table.change(group, row -> row.stamp(store.now()));
        }
    }

    private AttendeeRow attendee(long id) {
        return store.attendees.find(id).orElseThrow(() -> new NoSuchElementException("no attendee " + id));
    }
}
