package io.routiq.adapter.cliniko.simulator;

import java.util.ArrayList;
import java.util.List;

/** A class with several attendees. */
final class GroupRow extends BookingRow {

    int maxAttendees = 8;
    final List<AttendeeRow> attendees = new ArrayList<>(4);

    GroupRow(long id, long createdAt) {
        super(id, createdAt);
    }

    List<String> patientIds() {
        return attendees.stream()
                .filter(attendee -> attendee.cancelledAt == NONE && attendee.deletedAt == NONE)
                .map(attendee -> Long.toString(attendee.patientId))
                .distinct()
                .toList();
    }
}
