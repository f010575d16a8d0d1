package io.routiq.adapter.cliniko.simulator;

import org.jspecify.annotations.Nullable;

/** An individual appointment. */
final class AppointmentRow extends BookingRow {

    long patientId;
    int cancellationReason;
    boolean didNotArrive;
    boolean arrived;

    @Nullable
    String cancellationNote;

    @Nullable
    AttendeeRow attendee;

    AppointmentRow(long id, long createdAt) {
        super(id, createdAt);
    }
}
