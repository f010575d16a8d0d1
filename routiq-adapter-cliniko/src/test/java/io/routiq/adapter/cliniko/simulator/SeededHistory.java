package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.SeededBookings.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Decides what became of each booking, and writes the rows. */
final class SeededHistory {

    private static final long DAY = 86_400;
    private static final int[] REASONS = {10, 20, 30, 31, 40, 50, 60};

    private final Store store;
    private final SplittableRandom random;
    private final long now;
    private final List<ReferenceRows.Practitioner> practitioners;
    private final List<AppointmentRow> appointments = new ArrayList<>();
    private final List<GroupRow> groups = new ArrayList<>();
    private final List<AttendeeRow> attendees = new ArrayList<>();

    SeededHistory(Store store, SplittableRandom random, long now) {
        this.store = store;
        this.random = random;
        this.now = now;
        this.practitioners = store.practitioners.all();
    }

    /** In the order in which the drafts were made, so that ids follow it. */
    void write(List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft.type().maxAttendees > 1) {
                group(draft);
            } else {
                individual(draft);
            }
        }
        store.appointments.addAll(appointments);
        store.groups.addAll(groups);
        store.attendees.addAll(attendees);
    }

    private void individual(Draft draft) {
        var row = new AppointmentRow(store.bookingIds.next(), draft.createdAt());
        calendar(row, draft);
        row.patientId = draft.patients().getFirst().id;
        var attendee = new AttendeeRow(store.attendeeIds.next(), row.createdAt, row, row.patientId);
        row.attendee = attendee;
        boolean over = row.endsAt < now;
        if (!draft.certain() && random.nextInt(100) < 9) {
            cancel(attendee);
            row.cancelledAt = attendee.cancelledAt;
            row.cancellationReason = attendee.cancellationReason;
            row.cancellationNote = random.nextInt(4) == 0 ? "Called to cancel" : null;
        } else if (over) {
            row.didNotArrive = !draft.certain() && random.nextInt(100) < 4;
            row.arrived = !row.didNotArrive && random.nextInt(10) != 0;
            attendee.arrived = row.didNotArrive ? Boolean.FALSE : row.arrived ? Boolean.TRUE : null;
            attendee.updatedAt = Math.max(row.createdAt, Math.min(now, row.startsAt + random.nextLong(600)));
        }
        row.updatedAt = attendee.updatedAt;
        if (!draft.certain() && over && random.nextInt(100) == 0) {
            row.archivedAt = Math.max(row.createdAt, Math.min(now, row.endsAt + random.nextLong(5 * DAY)));
            row.updatedAt = Math.max(row.updatedAt, row.archivedAt);
        }
        if (!appointments.isEmpty() && random.nextInt(50) == 0) {
            row.repeatedFrom = appointments.getLast().id;
        }
        row.notes = random.nextInt(8) == 0 ? "Prefers the quiet room" : null;
        appointments.add(row);
        attendees.add(attendee);
    }

    private void group(Draft draft) {
        var row = new GroupRow(store.bookingIds.next(), draft.createdAt());
        calendar(row, draft);
        for (PatientRow patient : draft.patients()) {
            var attendee = new AttendeeRow(store.attendeeIds.next(), row.createdAt, row, patient.id);
            if (random.nextInt(10) == 0) {
                cancel(attendee);
            } else if (row.endsAt < now && random.nextInt(5) != 0) {
                attendee.arrived = random.nextInt(12) != 0;
                attendee.updatedAt = Math.max(row.createdAt, Math.min(now, row.startsAt + random.nextLong(600)));
            }
            row.attendees.add(attendee);
            attendees.add(attendee);
        }
        groups.add(row);
    }

    private void calendar(BookingRow row, Draft draft) {
        row.startsAt = draft.startsAt();
        row.endsAt = draft.startsAt() + draft.type().minutes * 60L;
        row.businessId = draft.business().id;
        row.appointmentTypeId = draft.type().id;
        boolean longAgo = draft.startsAt() < now - 300 * DAY;
        // The last practitioner has left the practice.
        int present = practitioners.size() - 1;
        row.practitionerId =
                practitioners.get(longAgo && random.nextInt(15) == 0 ? present : random.nextInt(present)).id;
    }

    private void cancel(AttendeeRow attendee) {
        long until = Math.min(now, attendee.booking.startsAt);
        attendee.cancelledAt = random.nextLong(attendee.createdAt, Math.max(attendee.createdAt + 1, until));
        attendee.cancellationReason = REASONS[random.nextInt(REASONS.length)];
        attendee.updatedAt = attendee.cancelledAt;
    }
}
