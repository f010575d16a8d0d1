package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.HttpResponse;
import java.util.Set;

/** Whether a booking overlaps another one of the same practitioner. */
final class Conflicts {

    private static final Set<String> KINDS =
            Set.of("individual_appointments", "group_appointments", "unavailable_blocks");
    private static final long LONGEST_BOOKING = 86_400;

    private Conflicts() {}

    static HttpResponse of(Store store, String kind, String id, SimulatorSwitches switches) {
        if (!KINDS.contains(kind) || !id.matches("\\d{1,18}|[1-8]\\d{18}")) {
            return Routes.unknownRoute();
        }
        return store.bookings
                .find(Long.parseLong(id))
                .map(booking -> {
                    var body = Answers.JSON.createObjectNode();
                    body.putObject("conflicts").put("exist", exists(store, booking));
                    return Answers.json(200, body);
                })
                .orElseGet(() -> Answers.notFound(switches));
    }

    private static boolean exists(Store store, BookingRow booking) {
        SortedRows<BookingRow> byStart = store.bookings.index("starts_at").orElseThrow();
        int until = byStart.firstAtLeast(booking.endsAt);
        for (int at = byStart.firstAtLeast(booking.startsAt - LONGEST_BOOKING); at < until; at++) {
            BookingRow other = byStart.get(at);
            if (other.id != booking.id
                    && other.practitionerId == booking.practitionerId
                    && other.endsAt > booking.startsAt
                    && other.cancelledAt == Row.NONE
                    && other.deletedAt == Row.NONE) {
                return true;
            }
        }
        return false;
    }
}
