package io.routiq.adapter.cliniko;

import io.routiq.adapter.cliniko.simulator.SimulatedPractice;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.PracticeRecord.AppointmentRecord;
import io.routiq.application.practice.PracticeRecord.AppointmentTypeRecord;
import io.routiq.application.practice.PracticeRecord.AttendeeRecord;
import io.routiq.application.practice.PracticeRecord.ClassRecord;
import io.routiq.application.practice.PracticeRecord.LocationRecord;
import io.routiq.application.practice.PracticeRecord.PatientRecord;
import io.routiq.application.practice.PracticeRecord.PractitionerRecord;
import io.routiq.application.practice.PracticeRecord.Slot;
import io.routiq.domain.patient.Patient;
import io.routiq.domain.sync.SyncStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the simulator holds and what the adapter read, written in one way to be compared. */
final class Truth {

    private static final Map<SyncStream, List<String>> RESOURCES = Map.of(
            SyncStream.PATIENTS, List.of("patients"),
            SyncStream.APPOINTMENTS, List.of("individual_appointments"),
            SyncStream.GROUP_APPOINTMENTS, List.of("group_appointments"),
            SyncStream.ATTENDEES, List.of("attendees"),
            SyncStream.APPOINTMENT_TYPES, List.of("appointment_types"),
            SyncStream.PRACTITIONERS, List.of("practitioners", "practitioners/inactive"),
            SyncStream.LOCATIONS, List.of("businesses"));

    private Truth() {}

    static Map<String, String> of(SimulatedPractice practice, SyncStream stream) {
        return RESOURCES.getOrDefault(stream, List.of()).stream()
                .flatMap(resource -> practice.records(resource).stream())
                .collect(Collectors.toMap(
                        json -> text(json, "id"), json -> written(json, stream), (a, b) -> a, TreeMap::new));
    }

    static Map<String, String> of(Collection<PracticeRecord> records) {
        return records.stream()
                .collect(Collectors.toMap(PracticeRecord::id, Truth::written, (a, b) -> b, TreeMap::new));
    }

    private static String written(JsonNode json, SyncStream stream) {
        Function<String, String> member = name -> text(json, name);
        return switch (stream) {
                    case PATIENTS ->
                        line(
                                Stream.of("first_name", "last_name", "email", "archived_at")
                                        .map(member),
                                link(json, "merged_with_patient"));
                    case APPOINTMENTS ->
                        line(
                                Stream.of("starts_at", "ends_at", "notes", "cancelled_at", "archived_at")
                                        .map(member),
                                link(json, "patient"),
                                link(json, "practitioner"),
                                link(json, "business"),
                                link(json, "appointment_type"),
                                "dna " + json.path("did_not_arrive").asBoolean(false));
                    case GROUP_APPOINTMENTS ->
                        line(
                                Stream.of("starts_at", "ends_at", "notes", "archived_at")
                                        .map(member),
                                link(json, "practitioner"),
                                link(json, "business"),
                                link(json, "appointment_type"));
                    case ATTENDEES ->
                        line(
                                Stream.of("cancelled_at", "archived_at").map(member),
                                link(json, "booking"),
                                link(json, "patient"),
                                "dna "
                                        + (json.path("arrived").isBoolean()
                                                && !json.path("arrived").booleanValue()));
                    case APPOINTMENT_TYPES ->
                        line(Stream.of("name", "archived_at").map(member));
                    case PRACTITIONERS -> line(Stream.of("display_name").map(member));
                    case LOCATIONS ->
                        line(Stream.of("display_name", "time_zone_identifier").map(member));
                }
                + "@" + text(json, "updated_at");
    }

    private static String written(PracticeRecord record) {
        return switch (record) {
                    case PatientRecord patient -> written(patient.patient());
                    case AppointmentRecord appointment -> {
                        Slot slot = appointment.slot();
                        yield line(
                                Stream.of(
                                        slot.startsAt(),
                                        slot.endsAt(),
                                        slot.notes(),
                                        appointment.cancelledAt(),
                                        appointment.archivedAt()),
                                appointment.patientId(),
                                slot.practitionerId(),
                                slot.locationId(),
                                slot.appointmentTypeId(),
                                "dna " + appointment.didNotArrive());
                    }
                    case ClassRecord group -> {
                        Slot slot = group.slot();
                        yield line(
                                Stream.of(slot.startsAt(), slot.endsAt(), slot.notes(), group.archivedAt()),
                                slot.practitionerId(),
                                slot.locationId(),
                                slot.appointmentTypeId());
                    }
                    case AttendeeRecord attendee ->
                        line(
                                Stream.of(attendee.cancelledAt(), attendee.archivedAt()),
                                attendee.classId(),
                                attendee.patientId(),
                                "dna " + attendee.didNotArrive());
                    case AppointmentTypeRecord type -> line(Stream.of(type.name(), type.archivedAt()));
                    case PractitionerRecord practitioner -> line(Stream.of(practitioner.name()));
                    case LocationRecord location -> line(Stream.of(location.name(), location.timeZone()));
                }
                + "@" + record.updatedAt();
    }

    private static String written(Patient patient) {
        return line(
                Stream.of(patient.firstName(), patient.lastName(), patient.email(), patient.archivedAt()),
                patient.mergedInto());
    }

    private static String line(Stream<? extends @Nullable Object> members, @Nullable Object... links) {
        return Stream.concat(members, Arrays.stream(links))
                .map(Objects::toString)
                .collect(Collectors.joining("|"));
    }

    private static String text(JsonNode json, String member) {
        JsonNode value = json.path(member);
        return value.isString() ? value.stringValue() : "null";
    }

    private static @Nullable String link(JsonNode json, String member) {
        String self = json.path(member).path("links").path("self").asString("");
        return self.isEmpty() ? null : self.substring(self.lastIndexOf('/') + 1);
    }
}
