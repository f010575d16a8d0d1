package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;

/** The writes that Cliniko has for the resources that are simulated. */
final class WriteRoutes {

    /** 31 is answered but not accepted. */
    private static final Set<Integer> REASONS = Set.of(10, 20, 30, 40, 50, 60);

    private final SimulatorSwitches switches;

    WriteRoutes(SimulatorSwitches switches) {
        this.switches = switches;
    }

    /** Empty for a route that does not exist. */
    Optional<HttpResponse> answer(Call call, Call.Caller caller, List<String> segments) {
        SimulatedPractice practice = caller.account().practice();
        var body = WriteBody.of(call.request());
        String action = segments.size() > 2 ? "/" + segments.get(2) : segments.size() > 1 ? "/:id" : "";
        String route = call.method() + " " + segments.getFirst() + action;
        Written written = new Written(call, practice, segments);
        return Optional.ofNullable(
                switch (route) {
                    case "POST patients" -> {
                        body.require("first_name", "last_name");
                        long id = practice.patients().create(body.text("first_name"), body.text("last_name"));
                        contact(practice, id, body);
                        yield written.record(201, id);
                    }
                    case "PATCH patients/:id" -> written.changed(id -> patch(practice, id, body));
                    case "POST patients/archive", "DELETE patients/:id" -> written.done(practice.patients()::archive);
                    case "POST patients/unarchive" -> written.done(practice.patients()::unarchive);
                    case "POST individual_appointments" -> written.record(201, book(practice, body));
                    case "PATCH individual_appointments/:id" -> written.changed(id -> move(practice, id, body));
                    case "PATCH individual_appointments/cancel" -> {
                        int reason = reason(body);
                        yield written.done(
                                id -> practice.appointments().cancel(id, reason, body.text("cancellation_note")));
                    }
                    case "POST individual_appointments/archive", "DELETE individual_appointments/:id" ->
                        written.done(practice.appointments()::archive);
                    case "POST group_appointments/archive", "DELETE group_appointments/:id" ->
                        written.done(practice.classes()::archive);
                    case "POST attendees" -> {
                        body.require("booking_id", "patient_id");
                        written.exists(practice.store().groups, body.number("booking_id"));
                        long id = practice.classes().addAttendee(body.number("booking_id"), body.number("patient_id"));
                        yield written.record(201, id);
                    }
                    case "PATCH attendees/:id" ->
                        written.changed(id -> practice.classes().arrived(id, body.truth("arrived")));
                    case "PATCH attendees/cancel" -> {
                        int reason = reason(body);
                        yield written.done(
                                id -> practice.classes().cancelAttendee(id, reason, body.text("cancellation_note")));
                    }
                    case "POST attendees/archive" -> written.done(practice.classes()::archiveAttendee);
                    case "POST businesses/archive" -> written.done(practice.setup()::archiveBusiness);
                    case "POST businesses/unarchive" -> written.done(practice.setup()::unarchiveBusiness);
                    case "POST appointment_types/archive" -> written.done(practice.setup()::archiveAppointmentType);
                    case "DELETE practitioner_reference_numbers/:id" ->
                        written.done(practice.setup()::deleteReferenceNumber);
                    default -> null;
                });
    }

    private static long book(SimulatedPractice practice, WriteBody body) {
        body.require("appointment_type_id", "business_id", "patient_id", "practitioner_id", "starts_at");
        Store store = practice.store();
        var type = store.appointmentTypes.find(body.number("appointment_type_id"));
        boolean dangling = type.isEmpty()
                || store.patients.find(body.number("patient_id")).isEmpty()
                || store.businesses.find(body.number("business_id")).isEmpty()
                || store.practitioners.find(body.number("practitioner_id")).isEmpty();
        if (dangling) {
            // Cliniko does not validate these either.
            throw new Refusal(Answers.page(500, "We're sorry, but something went wrong (500)"));
        }
        Instant startsAt = body.moment("starts_at").orElseThrow();
        Instant endsAt = body.moment("ends_at").orElse(startsAt.plusSeconds(type.get().minutes * 60L));
        long id = practice.appointments()
                .create(
                        body.number("patient_id"),
                        body.number("practitioner_id"),
                        body.number("business_id"),
                        type.get().id,
                        startsAt,
                        endsAt);
        if (body.has("notes")) {
            practice.appointments().note(id, body.text("notes"));
        }
        return id;
    }

    private static void move(SimulatedPractice practice, long id, WriteBody body) {
        body.moment("starts_at").ifPresent(to -> practice.appointments().reschedule(id, to));
        if (body.has("notes")) {
            practice.appointments().note(id, body.text("notes"));
        }
        if (Boolean.TRUE.equals(body.truth("patient_arrived"))) {
            practice.appointments().arrive(id);
        }
        if (Boolean.TRUE.equals(body.truth("did_not_arrive"))) {
            practice.appointments().didNotArrive(id);
        }
    }

    private static void patch(SimulatedPractice practice, long id, WriteBody body) {
        PatientRow row = practice.store().patients.find(id).orElseThrow();
        practice.patients()
                .rename(
                        id,
                        body.has("first_name") ? body.text("first_name") : row.firstName,
                        body.has("last_name") ? body.text("last_name") : row.lastName);
        contact(practice, id, body);
    }

    private static void contact(SimulatedPractice practice, long id, WriteBody body) {
        PatientRow row = practice.store().patients.find(id).orElseThrow();
        JsonNode phones = body.node("patient_phone_numbers");
        if (body.has("email") || phones.isArray()) {
            practice.patients()
                    .contact(
                            id,
                            body.has("email") ? body.text("email") : row.email,
                            phones.isArray() ? phones.path(0).path("number").asString(null) : row.phone);
        }
    }

    private static int reason(WriteBody body) {
        int reason = (int) body.number("cancellation_reason");
        if (!REASONS.contains(reason)) {
            throw body.invalid("cancellation_reason", "is not included in the list");
        }
        return reason;
    }

    /** The answers that writes have in common; an unknown id is a 404. */
    private final class Written {
        private final Call call;
        private final SimulatedPractice practice;
        private final List<String> segments;

        Written(Call call, SimulatedPractice practice, List<String> segments) {
            this.call = call;
            this.practice = practice;
            this.segments = segments;
        }

        HttpResponse record(int status, long id) {
            return render(
                    status, id, practice.catalogue().find(segments.getFirst()).orElseThrow());
        }

        HttpResponse changed(LongConsumer change) {
            long id = id();
            change.accept(id);
            return record(200, id);
        }

        HttpResponse done(LongConsumer change) {
            change.accept(id());
            return HttpResponse.empty(204);
        }

        void exists(Table<?> table, long id) {
            if (table.find(id).isEmpty()) {
                throw new Refusal(Answers.notFound(switches));
            }
        }

        private long id() {
            return id(practice.catalogue().find(segments.getFirst()).orElseThrow());
        }

        private <R extends Row> long id(Resource<R> resource) {
            return Reading.find(resource, segments.get(1))
                    .filter(row -> row.deletedAt == Row.NONE)
                    .orElseThrow(() -> new Refusal(Answers.notFound(switches)))
                    .id;
        }

        private <R extends Row> HttpResponse render(int status, long id, Resource<R> resource) {
            R row = resource.table().find(id).orElseThrow();
            return Answers.json(status, resource.render(row, call.links(switches)));
        }
    }
}
