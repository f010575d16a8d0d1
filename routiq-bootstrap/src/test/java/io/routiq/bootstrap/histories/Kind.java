package io.routiq.bootstrap.histories;

import io.routiq.domain.sync.SyncStream;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The kinds of records, where each is at the source and in the copy, and which facts of it are to be equal. */
enum Kind {
    PATIENTS(
            SyncStream.PATIENTS,
            List.of("patients"),
            "patient",
            text("first_name"),
            text("last_name"),
            text("email"),
            new Fact("phone", Kind::phone),
            instant("archived_at"),
            link("merged_into_id", "merged_with_patient"),
            instant("created_at"),
            instant("updated_at")),
    APPOINTMENTS(
            SyncStream.APPOINTMENTS,
            List.of("individual_appointments"),
            "appointment",
            link("patient_id", "patient"),
            instant("starts_at"),
            instant("ends_at"),
            link("appointment_type_id", "appointment_type"),
            link("practitioner_id", "practitioner"),
            link("location_id", "business"),
            text("notes"),
            new Fact("did_not_arrive", json -> Boolean.toString(isTrue(json.path("did_not_arrive")))),
            instant("cancelled_at"),
            instant("archived_at"),
            instant("deleted_at"),
            instant("created_at"),
            instant("updated_at")),
    CLASSES(
            SyncStream.GROUP_APPOINTMENTS,
            List.of("group_appointments"),
            "group_appointment",
            instant("starts_at"),
            instant("ends_at"),
            link("appointment_type_id", "appointment_type"),
            link("practitioner_id", "practitioner"),
            link("location_id", "business"),
            text("notes"),
            instant("archived_at"),
            instant("deleted_at"),
            instant("created_at"),
            instant("updated_at")),
    ATTENDEES(
            SyncStream.ATTENDEES,
            List.of("attendees"),
            "attendee",
            link("group_appointment_id", "booking"),
            link("patient_id", "patient"),
            new Fact("did_not_arrive", json -> Boolean.toString(isFalse(json.path("arrived")))),
            instant("cancelled_at"),
            instant("archived_at"),
            instant("deleted_at"),
            instant("created_at"),
            instant("updated_at")),
    TYPES(
            SyncStream.APPOINTMENT_TYPES,
            List.of("appointment_types"),
            "appointment_type",
            text("name"),
            instant("archived_at"),
            instant("updated_at")),
    PRACTITIONERS(
            SyncStream.PRACTITIONERS,
            List.of("practitioners", "practitioners/inactive"),
            "practitioner",
            new Fact("name", json -> string(json.path("display_name"))),
            instant("updated_at")),
    LOCATIONS(
            SyncStream.LOCATIONS,
            List.of("businesses"),
            "location",
            new Fact("name", json -> string(json.path("display_name"))),
            new Fact("time_zone", json -> string(json.path("time_zone_identifier"))),
            instant("updated_at"));

    /** A column of the copy and what it has to say by the source's record. */
    record Fact(String column, Function<JsonNode, @Nullable String> ofSource) {}

    final SyncStream stream;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives an immutable list
    final List<String> resources;

    final String table;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives an immutable list
    final List<Fact> facts;

    Kind(SyncStream stream, List<String> resources, String table, Fact... facts) {
        this.stream = stream;
        this.resources = resources;
        this.table = table;
        this.facts = List.of(facts);
    }

    /** Of an API path such as {@code /patients/17}. */
    static Optional<Kind> ofPath(String path) {
        return Arrays.stream(values())
                .filter(kind -> path.split("/", -1)[1].equals(kind.resources.getFirst()))
                .findFirst();
    }

    Map<String, @Nullable String> facts(JsonNode record) {
        Map<String, @Nullable String> told = new LinkedHashMap<>();
        facts.forEach(fact -> told.put(fact.column(), fact.ofSource().apply(record)));
        return told;
    }

    private static Fact text(String member) {
        return new Fact(member, json -> string(json.path(member)));
    }

    /** Whatever offset it is written with. */
    private static Fact instant(String member) {
        return new Fact(member, json -> {
            String text = string(json.path(member));
            return text == null ? null : OffsetDateTime.parse(text).toInstant().toString();
        });
    }

    private static Fact link(String column, String member) {
        return new Fact(column, json -> {
            String self = string(json.path(member).path("links").path("self"));
            return self == null ? null : self.substring(self.lastIndexOf('/') + 1);
        });
    }

    /** All of the simulator's practices here are Australian. */
    private static @Nullable String phone(JsonNode json) {
        return StreamSupport.stream(json.path("patient_phone_numbers").spliterator(), false)
                .map(number -> number.path("number").asString("").replaceAll("[^0-9]", ""))
                .map(digits -> "+61" + digits.substring(1))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String string(JsonNode value) {
        return value.isString() ? value.stringValue() : null;
    }

    private static boolean isTrue(JsonNode value) {
        return value.isBoolean() && value.booleanValue();
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }
}
