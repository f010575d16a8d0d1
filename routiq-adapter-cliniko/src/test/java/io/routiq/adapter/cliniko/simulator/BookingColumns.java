package io.routiq.adapter.cliniko.simulator;

import java.util.List;

/** What bookings of each kind, and attendees, may be filtered by. */
final class BookingColumns {

    private BookingColumns() {}

    static Columns<AppointmentRow> individual() {
        return BookingColumns.<AppointmentRow>calendar()
                .cancellable()
                .numeric("appointment_type_id", row -> row.appointmentTypeId)
                .flag("did_not_arrive", row -> row.didNotArrive)
                .numeric("patient_id", row -> row.patientId);
    }

    static Columns<GroupRow> group() {
        return BookingColumns.<GroupRow>calendar()
                .numeric("appointment_type_id", row -> row.appointmentTypeId)
                .elements("patient_ids", GroupRow::patientIds);
    }

    static Columns<BlockRow> block() {
        return BookingColumns.<BlockRow>calendar().numeric("unavailable_block_type_id", row -> row.blockTypeId);
    }

    static Columns<BookingRow> any() {
        return BookingColumns.<BookingRow>calendar()
                .cancellable()
                .numeric("appointment_type_id", row -> row.appointmentTypeId)
                .flag("did_not_arrive", row -> row instanceof AppointmentRow one ? one.didNotArrive : null)
                .flag("email_reminder_sent", row -> row instanceof AppointmentRow ? false : null)
                .flag("sms_reminder_sent", row -> row instanceof AppointmentRow ? true : null)
                .numeric("invoice_status", row -> Row.NONE)
                .numeric("treatment_note_status", row -> Row.NONE)
                .elements("patient_ids", BookingColumns::patients);
    }

    static Columns<AttendeeRow> attendee() {
        return new Columns<AttendeeRow>()
                .archivable()
                .cancellable()
                .deletable()
                .numeric("appointment_id", row -> row.booking.id)
                .numeric("booking_id", row -> row.booking.id)
                .numeric("patient_case_id", row -> Row.NONE)
                .numeric("patient_id", row -> row.patientId);
    }

    private static <R extends BookingRow> Columns<R> calendar() {
        return new Columns<R>()
                .archivable()
                .deletable()
                .numeric("business_id", row -> row.businessId)
                .moment("ends_at", row -> row.endsAt)
                .numeric("practitioner_id", row -> row.practitionerId)
                .numeric("repeated_from_id", row -> row.repeatedFrom)
                .moment("starts_at", row -> row.startsAt);
    }

    private static List<String> patients(BookingRow row) {
        return switch (row) {
            case AppointmentRow one -> List.of(Long.toString(one.patientId));
            case GroupRow group -> group.patientIds();
            default -> List.of();
        };
    }
}
