package io.routiq.adapter.cliniko.simulator;

import tools.jackson.databind.node.ObjectNode;

/** Patients and attendees as Cliniko writes them. */
final class PatientShapes {

    private static final String[] TITLES = {"Ms", "Mr", "Dr", "Mx"};

    private final AccountFacts account;
    private final SimulatorSwitches switches;

    PatientShapes(AccountFacts account, SimulatorSwitches switches) {
        this.account = account;
        this.switches = switches;
    }

    void patient(PatientRow row, ObjectNode record, Links links) {
        record.put("id", Long.toString(row.id));
        record.put("first_name", row.firstName);
        record.put("preferred_first_name", row.preferredFirstName);
        record.put("last_name", row.lastName);
        record.put("label", row.label());
        record.put("title", TITLES[row.variant(TITLES.length)]);
        Writing.day(record, "date_of_birth", row.bornOnEpochDay);
        record.put("email", row.email);
        record.put("sex", row.variant(2) == 0 ? "Female" : "Male");
        Writing.nulls(record, "gender", "gender_identity", "pronouns", "emergency_contact", "occupation");
        phone(row, record);
        address(row, record);
        reminders(row, record);
        record.put("receives_confirmation_emails", true).put("receives_cancellation_emails", row.variant(5) != 0);
        record.putNull("accepted_email_marketing").put("accepted_sms_marketing", row.variant(2) == 0);
        record.put("accepted_privacy_policy", row.acceptedPrivacyPolicy);
        record.put("notes", row.notes).putNull("appointment_notes");
        Writing.nulls(record, "medicare", "medicare_reference_number", "dva_card_number", "old_reference_id");
        Writing.nulls(record, "referral_source", "invoice_default_to", "invoice_email", "invoice_extra_information");
        record.putNull("custom_fields");
        Writing.moment(record, "archived_at", row.archivedAt);
        Writing.moment(record, "deleted_at", row.deletedAt);
        Writing.moment(record, "merged_at", row.mergedAt);
        Writing.moment(record, "created_at", row.createdAt);
        Writing.moment(record, "updated_at", row.updatedAt);
        links.reference(record, "merged_with_patient", "patients", row.mergedInto);
        links.unset(record, "concession_type");
        links.unset(record, "referring_doctor");
        links.unset(record, "latest_booking");
        String path = "/patients/" + row.id;
        links.collection(record, "appointments", path + "/appointments");
        links.collection(record, "attendees", "/attendees?q%5B%5D=patient_id%3A%3D" + row.id);
        links.collection(record, "invoices", "/invoices?q%5B%5D=patient_id%3A%3D" + row.id);
        links.collection(record, "medical_alerts", path + "/medical_alerts");
        links.collection(record, "patient_attachments", path + "/attachments");
        links.collection(record, "relationships", path + "/relationships");
        links.self(record, "patients", row.id);
    }

    void attendee(AttendeeRow row, ObjectNode record, Links links) {
        record.put("id", Long.toString(row.id));
        record.put("arrived", row.arrived);
        Writing.moment(record, "cancelled_at", row.cancelledAt);
        Writing.reason(record, row.cancellationReason, row.cancellationNote, "");
        String token = Long.toHexString(row.id);
        record.put("cancellation_url", account.webAddress() + "/cancel/" + token);
        record.put("telehealth_url", account.webAddress() + "/telehealth/join/" + token);
        Writing.moment(record, "archived_at", row.archivedAt);
        Writing.moment(record, "deleted_at", row.deletedAt);
        Writing.nulls(record, "notes", "invoice_status", "treatment_note_status");
        Writing.nulls(record, "online_booking_policy_accepted", "booking_ip_address");
        record.put("sent_email_reminders_count", 0).put("sent_sms_reminders_count", 1);
        record.put("sent_email_follow_ups_count", 0).put("sent_sms_follow_ups_count", 0);
        record.put("email_reminder_sent", false).put("sms_reminder_sent", true);
        Writing.moment(record, "created_at", row.createdAt);
        Writing.moment(record, "updated_at", row.updatedAt);
        links.reference(record, "booking", "bookings", row.booking.id);
        links.reference(record, "patient", "patients", row.patientId);
        links.unset(record, "patient_case");
        links.collection(record, "invoices", "/invoices?q%5B%5D=attendee_id%3A%3D" + row.id);
        links.collection(record, "patient_forms", "/attendees/" + row.id + "/patient_forms");
        links.self(record, "attendees", row.id);
    }

    private static void phone(PatientRow row, ObjectNode record) {
        String phone = row.phone;
        if (phone == null && row.variant(2) == 0) {
            record.putNull("patient_phone_numbers");
            return;
        }
        var numbers = record.putArray("patient_phone_numbers");
        if (phone != null) {
            numbers.addObject()
                    .put("number", phone)
                    .put("normalized_number", phone.replaceAll("[^0-9]", ""))
                    .put("phone_type", "Mobile");
        }
    }

    private void address(PatientRow row, ObjectNode record) {
        record.put("address_1", (1 + row.variant(200)) + " Sample St");
        Writing.nulls(record, "address_2", "address_3");
        record.put("city", "Exampleton")
                .putNull("state")
                .put("post_code", "0000")
                .putNull("country");
        record.put("country_code", account.countryCode());
        record.put("time_zone", row.variant(4) == 0 ? null : account.zone());
    }

    private void reminders(PatientRow row, ObjectNode record) {
        if (switches.is(Switch.FIELDS, Choice.OF_2026)) {
            record.putArray("reminders_communication_channels").add(1).add(2);
            record.putArray("follow_ups_communication_channels").add(2);
        } else {
            record.put("reminder_type", row.variant(3) == 0 ? "SMS & Email" : "SMS");
        }
    }
}
