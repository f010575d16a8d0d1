package io.routiq.adapter.cliniko;

import io.routiq.domain.sync.SyncStream;
import java.util.Arrays;
import java.util.List;

/** Cliniko's collections: where they are, and which of their filters show what is hidden otherwise. */
enum Resource {
    PATIENTS(SyncStream.PATIENTS, "patients", "archived_at"),
    INDIVIDUAL_APPOINTMENTS(
            SyncStream.APPOINTMENTS, "individual_appointments", "archived_at", "cancelled_at", "deleted_at"),
    GROUP_APPOINTMENTS(SyncStream.GROUP_APPOINTMENTS, "group_appointments", "archived_at", "deleted_at"),
    ATTENDEES(SyncStream.ATTENDEES, "attendees", "archived_at", "cancelled_at", "deleted_at"),
    APPOINTMENT_TYPES(SyncStream.APPOINTMENT_TYPES, "appointment_types", "archived_at"),
    PRACTITIONERS(SyncStream.PRACTITIONERS, "practitioners"),
    BUSINESSES(SyncStream.LOCATIONS, "businesses", "archived_at", "deleted_at");

    private static final String INACTIVE_PRACTITIONERS = "/practitioners/inactive";

    private final SyncStream stream;
    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives an immutable list
    private final List<String> wildcards;

    Resource(SyncStream stream, String key, String... wildcards) {
        this.stream = stream;
        this.key = key;
        this.wildcards = List.of(wildcards);
    }

    static Resource of(SyncStream stream) {
        return Arrays.stream(values())
                .filter(resource -> resource.stream == stream)
                .findFirst()
                .orElseThrow();
    }

    SyncStream stream() {
        return stream;
    }

    /** The member of an answer that holds the records. */
    String key() {
        return key;
    }

    /** Every list that it takes to see all records. */
    List<Query> lists() {
        return this == PRACTITIONERS ? List.of(list(), Query.of(INACTIVE_PRACTITIONERS)) : List.of(list());
    }

    /** The list of records in use, archived and cancelled ones included. */
    Query list() {
        return unhidden(Query.of("/" + key));
    }

    /** One record, whether hidden or not. */
    Query single(String id) {
        return unhidden(Query.of("/" + key + "/" + id));
    }

    private Query unhidden(Query query) {
        Query unhidden = query;
        for (String wildcard : wildcards) {
            unhidden = unhidden.where(wildcard, "*");
        }
        return unhidden;
    }
}
