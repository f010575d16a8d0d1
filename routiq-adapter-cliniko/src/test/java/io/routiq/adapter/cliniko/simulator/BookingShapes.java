package io.routiq.adapter.cliniko.simulator;

import tools.jackson.databind.node.ObjectNode;

/** Appointments, classes and blocks as Cliniko writes them. */
final class BookingShapes {

    private final Table<PatientRow> patients;
    private final AccountFacts account;

    BookingShapes(Table<PatientRow> patients, AccountFacts account) {
        this.patients = patients;
        this.account = account;
    }

    /** The union has no discriminator; only its links tell it from the specific resource. */
    void booking(BookingRow row, ObjectNode record, Links links) {
        switch (row) {
            case AppointmentRow one -> individual(one, record, links);
            case GroupRow group -> group(group, record, links);
            case BlockRow block -> block(block, record, links);
            default -> throw new IllegalStateException("unknown kind of booking");
        }
        links.self(record, "bookings", row.id);
    }

    void individual(AppointmentRow row, ObjectNode record, Links links) {
        calendar(row, record);
        record.put(
                "patient_name",
                row.variant(50) == 0
                        ? null
                        : patients.find(row.patientId).map(PatientRow::label).orElse(null));
        Writing.moment(record, "cancelled_at", row.cancelledAt);
        Writing.reason(record, row.cancellationReason, row.cancellationNote, null);
        record.put("did_not_arrive", row.didNotArrive ? Boolean.TRUE : row.variant(9) == 0 ? null : Boolean.FALSE);
        record.put("patient_arrived", row.arrived ? Boolean.TRUE : row.variant(9) == 0 ? null : Boolean.FALSE);
        record.put("email_reminder_sent", false).put("sms_reminder_sent", true);
        Writing.nulls(record, "invoice_status", "treatment_note_status");
        record.put("has_patient_appointment_notes", false);
        Writing.nulls(record, "online_booking_policy_accepted", "booking_ip_address");
        String path = "/individual_appointments/" + row.id;
        repetition(row, record, links, path);
        links.reference(record, "appointment_type", "appointment_types", row.appointmentTypeId);
        links.reference(record, "patient", "patients", row.patientId);
        links.unset(record, "patient_case");
        links.collection(record, "attendees", path + "/attendees");
        links.self(record, "individual_appointments", row.id);
    }

    void group(GroupRow row, ObjectNode record, Links links) {
        calendar(row, record);
        record.put("max_attendees", row.maxAttendees);
        var ids = record.putArray("patient_ids");
        row.patientIds().forEach(ids::add);
        String path = "/group_appointments/" + row.id;
        repetition(row, record, links, path);
        links.reference(record, "appointment_type", "appointment_types", row.appointmentTypeId);
        links.collection(record, "attendees", path + "/attendees");
        links.self(record, "group_appointments", row.id);
    }

    void block(BlockRow row, ObjectNode record, Links links) {
        calendar(row, record);
        repetition(row, record, links, "/unavailable_blocks/" + row.id);
        links.reference(record, "unavailable_block_type", "unavailable_block_types", row.blockTypeId);
        links.self(record, "unavailable_blocks", row.id);
    }

    private void calendar(BookingRow row, ObjectNode record) {
        record.put("id", Long.toString(row.id));
        record.put("starts_at", Writing.moment(row.startsAt)).put("ends_at", Writing.moment(row.endsAt));
        record.put("notes", row.notes);
        if (!(row instanceof BlockRow)) {
            record.put("telehealth_url", account.webAddress() + "/telehealth/" + Long.toHexString(row.id));
        }
        Writing.moment(record, "archived_at", row.archivedAt);
        Writing.moment(record, "deleted_at", row.deletedAt);
        Writing.moment(record, "created_at", row.createdAt);
        Writing.moment(record, "updated_at", row.updatedAt);
    }

    private static void repetition(BookingRow row, ObjectNode record, Links links, String path) {
        ObjectNode rule = record.putObject("repeat_rule");
        if (row.repeatedFrom != Row.NONE) {
            rule.put("repeat_type", "Weekly").put("repeating_interval", 1).put("number_of_repeats", 6);
            String resource = path.substring(1, path.indexOf('/', 1));
            links.reference(record, "repeated_from", resource, row.repeatedFrom);
        }
        record.putNull("repeats");
        links.collection(record, "conflicts", path + "/conflicts");
        links.reference(record, "business", "businesses", row.businessId);
        links.reference(record, "practitioner", "practitioners", row.practitionerId);
    }
}
