package io.routiq.adapter.cliniko.simulator;

import java.util.List;
import java.util.function.Predicate;

/** What restricts the records that a user may see; nothing restricts most. */
final class Permission {

    private Permission() {}

    static List<Predicate<Row>> of(ReferenceRows.User user, Store store) {
        if (user.role != Role.PRACTITIONER || store.is(Switch.PRACTITIONER_SEES, Choice.ALL)) {
            return List.of();
        }
        long own = store.practitioners.all().stream()
                .filter(practitioner -> practitioner.userId == user.id)
                .mapToLong(practitioner -> practitioner.id)
                .findFirst()
                .orElse(Row.NONE);
        return List.of(row -> switch (row) {
            case BookingRow booking -> booking.practitionerId == own;
            case AttendeeRow attendee -> attendee.booking.practitionerId == own;
            default -> true;
        });
    }
}
