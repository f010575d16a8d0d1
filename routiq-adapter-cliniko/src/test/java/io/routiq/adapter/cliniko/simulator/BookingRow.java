package io.routiq.adapter.cliniko.simulator;

import org.jspecify.annotations.Nullable;

/** Anything that occupies a practitioner's calendar. */
abstract class BookingRow extends Row {

    long practitionerId;
    long businessId;
    long appointmentTypeId = NONE;
    long startsAt;
    long endsAt;
    long repeatedFrom = NONE;

    @Nullable
    String notes;

    BookingRow(long id, long createdAt) {
        super(id, createdAt);
    }
}
