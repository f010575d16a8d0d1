package io.routiq.adapter.cliniko.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What can happen to a practice, told in JSON: {@code {"do": "cancel", "id": "…"}}. */
final class Operations {

    private final SimulatorState state;

    Operations(SimulatorState state) {
        this.state = state;
    }

    /** Answers the id of what was created, or else the id that was named, or 0. */
    long run(SimulatedAccount account, JsonNode operation) {
        SimulatedPractice practice = account.practice();
        long id = operation.path("id").asLong(0);
        switch (operation.path("do").asString("")) {
            case "create_patient" -> {
                return practice.patients().create(text(operation, "first_name"), text(operation, "last_name"));
            }
            case "create_appointment" -> {
                return practice.appointments().create(number(operation, "patient"), moment(operation, "starts_at"));
            }
            case "create_class" -> {
                return practice.classes().create(moment(operation, "starts_at"));
            }
            case "add_attendee" -> {
                return practice.classes().addAttendee(number(operation, "class"), number(operation, "patient"));
            }
            case "rename_patient" ->
                practice.patients().rename(id, text(operation, "first_name"), text(operation, "last_name"));
            case "merge" -> practice.patients().merge(number(operation, "loser"), number(operation, "survivor"));
            case "unmerge" -> practice.patients().unmerge(number(operation, "loser"));
            case "reschedule" -> practice.appointments().reschedule(id, moment(operation, "starts_at"));
            case "reschedule_many" ->
                practice.appointments()
                        .rescheduleMany(
                                (int) number(operation, "count"), Duration.ofSeconds(number(operation, "by_seconds")));
            case "arrive" -> practice.appointments().arrive(id);
            case "did_not_arrive" -> practice.appointments().didNotArrive(id);
            case "cancel" -> practice.appointments().cancel(id);
            case "cancel_attendee" -> practice.classes().cancelAttendee(id);
            case "attendee_arrived" ->
                practice.classes().arrived(id, operation.path("arrived").asBoolean(true));
            case "delete_attendee" -> practice.classes().deleteAttendee(id);
            case "archive" -> book(practice, operation).archive(id);
            case "unarchive" -> book(practice, operation).unarchive(id);
            case "delete" -> book(practice, operation).delete(id);
            case "touch" -> book(practice, operation).touch(id);
            case "touch_many" -> book(practice, operation).touchMany((int) number(operation, "count"));
            case "deactivate_practitioner" -> practice.setup().deactivatePractitioner(id);
            case "reactivate_practitioner" -> practice.setup().reactivatePractitioner(id);
            case "archive_business" -> practice.setup().archiveBusiness(id);
            case "archive_appointment_type" -> practice.setup().archiveAppointmentType(id);
            case "revoke_key" -> account.revokeKey(text(operation, "key"));
            case "deny" -> account.deny(text(operation, "resource"));
            case "permit" -> account.permit(text(operation, "resource"));
            case "advance_clock" -> state.clock.advance(Duration.ofSeconds(number(operation, "seconds")));
            default -> throw new IllegalArgumentException("unknown operation: " + operation.path("do"));
        }
        return id;
    }

    private static Book<?> book(SimulatedPractice practice, JsonNode operation) {
        String resource = text(operation, "resource");
        Book<?> book = Map.<String, Book<?>>of(
                        "patients", practice.patients(),
                        "individual_appointments", practice.appointments(),
                        "group_appointments", practice.classes())
                .get(resource);
        if (book == null) {
            throw new IllegalArgumentException("cannot do that to " + resource);
        }
        return book;
    }

    private static String text(JsonNode operation, String name) {
        JsonNode value = operation.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.asString();
    }

    private static long number(JsonNode operation, String name) {
        return Long.parseLong(operation.path(name).asString(""));
    }

    private static Instant moment(JsonNode operation, String name) {
        return Instant.parse(text(operation, name));
    }
}
