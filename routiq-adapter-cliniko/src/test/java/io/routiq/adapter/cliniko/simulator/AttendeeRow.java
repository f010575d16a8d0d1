package io.routiq.adapter.cliniko.simulator;

import org.jspecify.annotations.Nullable;

/** One patient in one booking; individual appointments have exactly one. */
final class AttendeeRow extends Row {

    final BookingRow booking;
    long patientId;
    int cancellationReason;

    /** True: came. False: did not arrive. Null: not known. */
    @Nullable
    Boolean arrived;

    @Nullable
    String cancellationNote;

    AttendeeRow(long id, long createdAt, BookingRow booking, long patientId) {
        super(id, createdAt);
        this.booking = booking;
        this.patientId = patientId;
    }
}
