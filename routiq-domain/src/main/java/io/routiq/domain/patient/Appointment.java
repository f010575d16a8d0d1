package io.routiq.domain.patient;

import java.time.Instant;

/**
 * One patient's booking, individual or a place in a group class: what the activity rules need to know of it.
 *
 * @param id the booking's id
 * @param startsAt when the visit begins
 * @param standing whether the booking stands, and if not, why
 */
public record Appointment(AppointmentId id, Instant startsAt, Standing standing) {

    /** Whether a booking counts. Where several reasons hold, the first of {@code DELETED, ARCHIVED, CANCELLED, DID_NOT_ARRIVE} is given. */
    public enum Standing {
        /** It stands: the patient came or is expected. */
        BOOKED,
        /** The patient or the practice called it off. */
        CANCELLED,
        /** The patient was marked as not having come. */
        DID_NOT_ARRIVE,
        /** The practice put the booking, or the class that it is a place in, away. */
        ARCHIVED,
        /** The source erased it. */
        DELETED
    }

    /** True if the booking counts for activity: not cancelled, not archived, not deleted, not marked did-not-arrive. */
    public boolean qualifies() {
        return standing == Standing.BOOKED;
    }
}
