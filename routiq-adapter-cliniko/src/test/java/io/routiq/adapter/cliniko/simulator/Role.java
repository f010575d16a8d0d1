package io.routiq.adapter.cliniko.simulator;

import java.util.Locale;
import java.util.Set;

/** What a Cliniko user may be, and which resources that role cannot read. */
public enum Role {
    ADMINISTRATOR(Set.of()),
    POWER_RECEPTIONIST(Set.of("users", "settings")),
    RECEPTIONIST(Set.of("users", "settings")),
    PRACTITIONER(Set.of("users", "settings")),
    BOOKKEEPER(Set.of("users", "settings", "individual_appointments", "group_appointments", "attendees", "bookings")),
    SCHEDULER(Set.of("users", "settings", "practitioner_reference_numbers"));

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives an immutable set
    private final Set<String> denied;

    Role(Set<String> denied) {
        this.denied = denied;
    }

    boolean mayRead(String resource) {
        return !denied.contains(resource);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
