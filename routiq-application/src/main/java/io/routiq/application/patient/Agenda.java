package io.routiq.application.patient;

import io.routiq.domain.patient.ActivityPolicy;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A patient's visits around an instant. Only qualifying ones count; those that start together are in the order of their ids.
 *
 * @param recent the newest visits in the window's past part, at most {@link #MOST}, by start
 * @param upcoming the next visits in the window's future part, at most {@link #MOST}, by start
 * @param notes of the latest past visit that has any, in the window or not
 */
public record Agenda(List<Visit> recent, List<Visit> upcoming, Optional<String> notes) {

    /** Visits shown on either side of the instant. */
    public static final int MOST = 20;

    private static final Comparator<Visit> BY_START = Comparator.comparing(
                    (Visit visit) -> visit.appointment().startsAt())
            .thenComparing(visit -> visit.appointment().id().value());

    public Agenda {
        recent = List.copyOf(recent);
        upcoming = List.copyOf(upcoming);
    }

    /** What there is to show of one patient's visits; their order does not matter. */
    public static Agenda of(Collection<Visit> visits, ActivityWindow window, Instant now) {
        ActivityPolicy policy = new ActivityPolicy(window);
        Predicate<Visit> ahead = visit -> visit.appointment().startsAt().isAfter(now);
        List<Visit> sorted = visits.stream().sorted(BY_START).toList();
        List<Visit> counting = sorted.stream()
                .filter(visit -> policy.reasonToIgnore(visit.appointment(), now).isEmpty())
                .toList();
        List<Visit> recent = counting.stream().filter(ahead.negate()).toList();
        return new Agenda(
                recent.subList(Math.max(0, recent.size() - MOST), recent.size()),
                counting.stream().filter(ahead).limit(MOST).toList(),
                sorted.reversed().stream()
                        .filter(ahead.negate())
                        .filter(visit -> visit.appointment().qualifies() && visit.isNoted())
                        .findFirst()
                        .map(Visit::notes));
    }

    /** Keeps notes out of logs. */
    @Override
    public String toString() {
        return "Agenda[" + recent + ", " + upcoming + "]";
    }
}
