package io.routiq.domain.patient;

import io.routiq.domain.patient.PatientActivity.Ignored;
import io.routiq.domain.patient.PatientActivity.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who is active: a patient with a recent or an upcoming qualifying visit.
 *
 * <ul>
 *   <li><em>qualifying</em>: {@link Appointment#qualifies()};
 *   <li><em>recent</em>: {@code now - recentDays <= startsAt <= now};
 *   <li><em>upcoming</em>: {@code startsAt > now}, and {@code startsAt <= now + upcomingDays} where the window says so.
 * </ul>
 *
 * <p>Source of the rule: the REST contract, section 3. Without a limit ahead, a patient is active exactly if the
 * latest qualifying start is not before {@link ActivityWindow#from}; storage relies on that.
 *
 * @param window how far around the instant a visit counts
 */
public record ActivityPolicy(ActivityWindow window) {

    private static final Comparator<Appointment> BY_START = Comparator.comparing(Appointment::startsAt)
            .thenComparing(appointment -> appointment.id().value());

    /** What the appointments of one patient say about them at {@code now}; their order does not matter. */
    public PatientActivity assess(Collection<Appointment> appointments, Instant now) {
        List<Appointment> sorted = appointments.stream().sorted(BY_START).toList();
        List<Appointment> qualifying =
                sorted.stream().filter(Appointment::qualifies).toList();
        List<Appointment> evidence = new ArrayList<>();
        List<Ignored> ignored = new ArrayList<>();
        for (Appointment appointment : sorted) {
            Optional<Reason> reason = reasonToIgnore(appointment, now);
            reason.ifPresentOrElse(why -> ignored.add(new Ignored(appointment, why)), () -> evidence.add(appointment));
        }
        int upcoming = (int) evidence.stream().filter(startsAfter(now)).count();
        int recent = evidence.size() - upcoming;
        return new PatientActivity(
                ActivityStatus.of(recent, upcoming),
                recent,
                upcoming,
                qualifying.size(),
                qualifying.stream().map(Appointment::startsAt).findFirst(),
                qualifying.stream()
                        .filter(startsAfter(now).negate())
                        .map(Appointment::startsAt)
                        .max(Instant::compareTo),
                qualifying.stream()
                        .filter(startsAfter(now))
                        .map(Appointment::startsAt)
                        .findFirst(),
                evidence,
                ignored,
                nextChange(qualifying, now));
    }

    /** Why the appointment does not count at {@code now}, or empty if it is recent or upcoming. */
    public Optional<Reason> reasonToIgnore(Appointment appointment, Instant now) {
        return switch (appointment.standing()) {
            case CANCELLED -> Optional.of(Reason.CANCELLED);
            case DID_NOT_ARRIVE -> Optional.of(Reason.DID_NOT_ARRIVE);
            case ARCHIVED -> Optional.of(Reason.ARCHIVED);
            case DELETED -> Optional.of(Reason.DELETED);
            case BOOKED -> inWindow(appointment, now) ? Optional.empty() : Optional.of(Reason.OUTSIDE_WINDOW);
        };
    }

    private boolean inWindow(Appointment appointment, Instant now) {
        Instant startsAt = appointment.startsAt();
        return !startsAt.isBefore(window.from(now))
                && window.until(now).map(until -> !startsAt.isAfter(until)).orElse(true);
    }

    /** The status can only change when a visit comes into sight, begins, or grows too old: those instants are tried in turn. */
    private Optional<Instant> nextChange(List<Appointment> qualifying, Instant now) {
        ActivityStatus current = statusAt(qualifying, now);
        return qualifying.stream()
                .flatMap(appointment -> turningPoints(appointment.startsAt()))
                .filter(instant -> !instant.isBefore(now))
                .sorted()
                .filter(instant -> Stream.of(instant, instant.plusNanos(1))
                        .anyMatch(moment -> statusAt(qualifying, moment) != current))
                .findFirst();
    }

    private Stream<Instant> turningPoints(Instant startsAt) {
        Stream<Instant> always = Stream.of(startsAt, startsAt.plus(Duration.ofDays(window.recentDays())));
        return window.upcomingDays().isPresent()
                ? Stream.concat(
                        always,
                        Stream.of(startsAt.minus(
                                Duration.ofDays(window.upcomingDays().getAsInt()))))
                : always;
    }

    private ActivityStatus statusAt(List<Appointment> qualifying, Instant instant) {
        List<Appointment> counting = qualifying.stream()
                .filter(appointment -> inWindow(appointment, instant))
                .toList();
        long upcoming = counting.stream().filter(startsAfter(instant)).count();
        return ActivityStatus.of(counting.size() - upcoming, upcoming);
    }

    private static Predicate<Appointment> startsAfter(Instant instant) {
        return appointment -> appointment.startsAt().isAfter(instant);
    }
}
