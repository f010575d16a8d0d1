package io.routiq.domain.patient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@link ActivityPolicy} finds about one patient at one instant.
 *
 * @param status whether the patient is active
 * @param recentCount qualifying visits in the window's past part
 * @param upcomingCount qualifying visits in the window's future part
 * @param totalCount all qualifying visits, past and future, inside the window or not
 * @param first start of the earliest qualifying visit
 * @param last start of the latest qualifying visit that is past
 * @param next start of the earliest qualifying visit that is to come
 * @param evidence the visits that decide the status, by start
 * @param ignored the visits that do not count, by start, each with the reason
 * @param changesAt the instant with which, or right after which, the status would change if nothing is booked
 */
public record PatientActivity(
        ActivityStatus status,
        int recentCount,
        int upcomingCount,
        int totalCount,
        Optional<Instant> first,
        Optional<Instant> last,
        Optional<Instant> next,
        List<Appointment> evidence,
        List<Ignored> ignored,
        Optional<Instant> changesAt) {

    public PatientActivity {
        evidence = List.copyOf(evidence);
        ignored = List.copyOf(ignored);
    }

    /** A visit that does not count, and why. */
    public record Ignored(Appointment appointment, Reason reason) {}

    /** Why a visit does not count. */
    public enum Reason {
        CANCELLED,
        DID_NOT_ARRIVE,
        ARCHIVED,
        DELETED,
        OUTSIDE_WINDOW
    }
}
