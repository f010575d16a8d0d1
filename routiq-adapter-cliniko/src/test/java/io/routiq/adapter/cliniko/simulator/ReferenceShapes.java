package io.routiq.adapter.cliniko.simulator;

import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Locations, people and types as Cliniko writes them. */
final class ReferenceShapes {

    private final AccountFacts account;

    ReferenceShapes(AccountFacts account) {
        this.account = account;
    }

    void business(ReferenceRows.Business row, ObjectNode record, Links links) {
        opening(row, record);
        record.put("business_name", row.name).put("display_name", row.name).put("label", row.name);
        Writing.nulls(record, "business_registration_name", "business_registration_value", "address_2", "state");
        record.put("address_1", "1 Sample St").put("city", row.city).put("post_code", "0000");
        record.put("country", Locale.of("", row.countryCode).getDisplayCountry(Locale.ENGLISH));
        record.put("country_code", row.countryCode);
        Writing.nulls(record, "contact_information", "website_address", "additional_information");
        Writing.nulls(record, "additional_invoice_information");
        record.put("email_reply_to", "desk@example.test");
        record.put("appointment_reminders_enabled", true).put("show_in_online_bookings", true);
        record.putArray("appointment_type_ids");
        record.put("time_zone", label(row.zone)).put("time_zone_identifier", row.zone);
        Writing.moment(record, "archived_at", row.archivedAt);
        Writing.moment(record, "deleted_at", row.deletedAt);
        links.collection(record, "appointments", "/businesses/" + row.id + "/appointments");
        links.collection(record, "practitioners", "/businesses/" + row.id + "/practitioners");
        links.self(record, "businesses", row.id);
    }

    void practitioner(ReferenceRows.Practitioner row, ObjectNode record, Links links) {
        opening(row, record);
        String name = ((row.firstName == null ? "" : row.firstName) + " " + (row.lastName == null ? "" : row.lastName))
                .strip();
        record.put("first_name", row.firstName).put("last_name", row.lastName).put("title", row.title);
        record.put("display_name", row.title + " " + name).put("label", name);
        record.put("designation", "Physiotherapist").putNull("description");
        record.put("active", row.active).put("show_in_online_bookings", row.active);
        links.reference(record, "user", "users", row.userId);
        links.unset(record, "default_appointment_type");
        String path = "/practitioners/" + row.id;
        links.collection(record, "appointments", path + "/appointments");
        links.collection(record, "appointment_types", path + "/appointment_types");
        links.collection(record, "invoices", path + "/invoices");
        links.collection(record, "practitioner_reference_numbers", path + "/practitioner_reference_numbers");
        links.self(record, "practitioners", row.id);
    }

    void appointmentType(ReferenceRows.AppointmentType row, ObjectNode record, Links links) {
        opening(row, record);
        record.put("name", row.name).put("category", row.category).putNull("description");
        record.put("color", "#3366aa").put("duration_in_minutes", row.minutes).put("max_attendees", row.maxAttendees);
        record.put("telehealth_enabled", row.name.contains("Telehealth")).put("show_in_online_bookings", true);
        record.put("online_bookings_lead_time_hours", 24).put("online_payments_enabled", false);
        record.putNull("online_payments_mode").put("deposit_price", "0.0").put("add_deposit_to_account_credit", false);
        record.putArray("appointment_confirmation_template_ids");
        record.putArray("appointment_reminder_template_ids");
        record.putArray("appointment_follow_up_template_ids");
        Writing.moment(record, "archived_at", row.archivedAt);
        String path = "/appointment_types/" + row.id;
        links.collection(record, "practitioners", path + "/practitioners");
        links.collection(record, "appointment_type_billable_items", path + "/appointment_type_billable_items");
        links.collection(record, "appointment_type_products", path + "/appointment_type_products");
        links.unset(record, "treatment_note_template");
        links.unset(record, "billable_item");
        links.unset(record, "product");
        links.self(record, "appointment_types", row.id);
    }

    void user(ReferenceRows.User row, ObjectNode record, Links links) {
        opening(row, record);
        record.put("first_name", row.firstName).put("last_name", row.lastName).putNull("title");
        record.put("email", (row.firstName + "." + row.lastName).toLowerCase(Locale.ROOT) + "@example.test");
        record.put("role", row.role.label()).putArray("phone_numbers");
        record.put("active", row.active).put("user_active", row.active);
        record.put("time_zone", label(account.zone())).put("time_zone_identifier", account.zone());
        links.self(record, "users", row.id);
    }

    void referenceNumber(ReferenceRows.ReferenceNumber row, ObjectNode record, Links links) {
        opening(row, record);
        record.put("name", row.name).put("reference_number", row.number);
        links.reference(record, "practitioner", "practitioners", row.practitionerId);
        links.reference(record, "business", "businesses", row.businessId);
        links.self(record, "practitioner_reference_numbers", row.id);
    }

    private static void opening(Row row, ObjectNode record) {
        record.put("id", Long.toString(row.id));
        Writing.moment(record, "created_at", row.createdAt);
        Writing.moment(record, "updated_at", row.updatedAt);
    }

    /** Cliniko's labels are names of cities or of zones, not identifiers. */
    private static String label(String zone) {
        return zone.contains("/")
                ? zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ')
                : ZoneId.of(zone).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
