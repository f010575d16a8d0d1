package io.routiq.adapter.cliniko.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The life of individual appointments. */
public final class AppointmentBook extends Book<AppointmentRow> {

    /** Cliniko's code for "other". */
    public static final int OTHER_REASON = 50;

    AppointmentBook(Store store) {
        super(store, store.appointments);
    }

    /** With the practice's first practitioner, location and individual type. */
    public long create(long patient, Instant startsAt) {
        return store.locked(() -> create(
                patient,
                store.practitioners.all().getFirst().id,
                store.businesses.all().getFirst().id,
                store.appointmentTypes.all().stream()
                        .filter(type -> type.maxAttendees == 1)
                        .findFirst()
                        .orElseThrow()
                        .id,
                startsAt,
                startsAt.plus(Duration.ofMinutes(30))));
    }

    /** Its one attendee is created with it. */
    public long create(
            long patient, long practitioner, long business, long appointmentType, Instant startsAt, Instant endsAt) {
        return store.locked(() -> {
            var row = new AppointmentRow(store.bookingIds.next(), store.now());
            row.patientId = patient;
            row.practitionerId = practitioner;
            row.businessId = business;
            row.appointmentTypeId = appointmentType;
            row.startsAt = startsAt.getEpochSecond();
            row.endsAt = endsAt.getEpochSecond();
            table.add(row);
            row.attendee = new AttendeeRow(store.attendeeIds.next(), row.createdAt, row, patient);
            store.attendees.add(row.attendee);
            return row.id;
        });
    }

    /** Keeps its length. */
    public void reschedule(long id, Instant startsAt) {
        change(id, row -> move(row, startsAt.getEpochSecond() - row.startsAt));
    }

    /** Moves the first so many at once, all in one second. */
    public void rescheduleMany(int howMany, Duration by) {
        store.locked(() -> {
            List<AppointmentRow> some = table.all();
            long now = store.now();
            table.changeAll(some.subList(0, Math.min(howMany, some.size())), row -> {
                move(row, by.toSeconds());
                row.stamp(now);
            });
        });
    }

    public void note(long id, @Nullable String notes) {
        change(id, row -> row.notes = notes);
    }

    public void arrive(long id) {
        store.locked(() -> {
            change(id, row -> {
                row.arrived = true;
                row.didNotArrive = false;
            });
            attendee(id, attendee -> attendee.arrived = true);
        });
    }

    public void didNotArrive(long id) {
        store.locked(() -> {
            change(id, row -> {
                row.didNotArrive = true;
                row.arrived = false;
            });
            attendee(id, attendee -> attendee.arrived = false);
        });
    }

    public void cancel(long id) {
        cancel(id, OTHER_REASON, null);
    }

    /** Final: what is cancelled already stays as it is, and nothing brings it back. */
    public void cancel(long id, int reason, @Nullable String note) {
        store.locked(() -> {
            if (get(id).cancelledAt != Row.NONE) {
                return;
            }
            hide(id, row -> {
                row.cancelledAt = store.now();
                row.cancellationReason = reason;
                row.cancellationNote = note;
            });
            attendee(id, attendee -> {
                attendee.cancelledAt = store.now();
                attendee.cancellationReason = reason;
            });
        });
    }

    /** Together with its attendee. */
    @Override
    public void delete(long id) {
        store.locked(() -> {
            super.delete(id);
            AttendeeRow attendee = get(id).attendee;
            if (attendee != null) {
                store.attendees.change(attendee, row -> row.deletedAt = store.now());
            }
        });
    }

    private void attendee(long id, Consumer<AttendeeRow> change) {
        AttendeeRow attendee = get(id).attendee;
        if (attendee != null && store.is(Switch.APPOINTMENT_REACHES_ATTENDEE, Choice.YES)) {
            store.attendees.change(attendee, row -> {
                change.accept(row);
                row.stamp(store.now());
            });
        }
    }

    private static void move(BookingRow row, long seconds) {
        row.startsAt += seconds;
        row.endsAt += seconds;
    }
}
