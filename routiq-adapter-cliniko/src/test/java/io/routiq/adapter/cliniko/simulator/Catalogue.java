package io.routiq.adapter.cliniko.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which resources there are, and what each may be filtered by. */
final class Catalogue {

    private final Map<String, Resource<?>> resources = new LinkedHashMap<>();
    private final Resource<AppointmentRow> appointments;
    private final Resource<AttendeeRow> attendees;

    Catalogue(Store store) {
        var bookings = new BookingShapes(store.patients, store.account);
        var patients = new PatientShapes(store.account, store.switches);
        var reference = new ReferenceShapes(store.account);
        plain("patients", store.patients, patientColumns(), patients::patient);
        appointments =
                plain("individual_appointments", store.appointments, BookingColumns.individual(), bookings::individual);
        plain("group_appointments", store.groups, BookingColumns.group(), bookings::group);
        attendees = plain("attendees", store.attendees, BookingColumns.attendee(), patients::attendee);
        plain("bookings", store.bookings, BookingColumns.any(), bookings::booking);
        plain("unavailable_blocks", store.blocks, BookingColumns.block(), bookings::block);
        plain("businesses", store.businesses, businessColumns(), reference::business);
        plain("appointment_types", store.appointmentTypes, typeColumns(), reference::appointmentType);
        plain("users", store.users, new Columns<>(), reference::user);
        plain(
                "practitioner_reference_numbers",
                store.referenceNumbers,
                referenceNumberColumns(),
                reference::referenceNumber);
        for (boolean active : new boolean[] {true, false}) {
            add(new Resource<>(
                    active ? "practitioners" : "practitioners/inactive",
                    "practitioners",
                    store.practitioners,
                    practitionerColumns().map(),
                    List.of(Criterion.of("active", row -> row.active == active)),
                    reference::practitioner));
        }
    }

    Resource<AppointmentRow> appointments() {
        return appointments;
    }

    Resource<AttendeeRow> attendees() {
        return attendees;
    }

    Optional<Resource<?>> find(String path) {
        return Optional.ofNullable(resources.get(path));
    }

    private <R extends Row> Resource<R> plain(
            String name, Table<R> table, Columns<R> columns, Resource.Shape<R> shape) {
        return add(new Resource<>(name, name, table, columns.map(), List.of(), shape));
    }

    private <R extends Row> Resource<R> add(Resource<R> resource) {
        resources.put(resource.path(), resource);
        return resource;
    }

    private static Columns<PatientRow> patientColumns() {
        return new Columns<PatientRow>()
                .archivable()
                .flag("accepted_privacy_policy", row -> row.acceptedPrivacyPolicy)
                .day("date_of_birth", row -> row.bornOnEpochDay)
                .text("email", row -> row.email)
                .text("first_name", row -> row.firstName)
                .text("last_name", row -> row.lastName)
                .text("old_reference_id", row -> null)
                .text("preferred_first_name", row -> row.preferredFirstName);
    }

    private static Columns<ReferenceRows.Business> businessColumns() {
        return new Columns<ReferenceRows.Business>()
                .archivable()
                .deletable()
                .elements("appointment_type_ids", row -> List.of())
                .flag("show_in_online_bookings", row -> true);
    }

    private static Columns<ReferenceRows.AppointmentType> typeColumns() {
        return new Columns<ReferenceRows.AppointmentType>()
                .archivable()
                .elements("appointment_confirmation_template_ids", row -> List.of())
                .elements("appointment_follow_up_template_ids", row -> List.of())
                .elements("appointment_reminder_template_ids", row -> List.of())
                .text("category", row -> row.category)
                .text("online_payments_mode", row -> null)
                .flag("show_in_online_bookings", row -> true);
    }

    private static Columns<ReferenceRows.Practitioner> practitionerColumns() {
        return new Columns<ReferenceRows.Practitioner>()
                .flag("active", row -> row.active)
                .flag("show_in_online_bookings", row -> row.active)
                .numeric("user_id", row -> row.userId);
    }

    private static Columns<ReferenceRows.ReferenceNumber> referenceNumberColumns() {
        return new Columns<ReferenceRows.ReferenceNumber>()
                .numeric("business_id", row -> row.businessId)
                .numeric("practitioner_id", row -> row.practitionerId)
                .text("reference_number", row -> row.number);
    }
}
