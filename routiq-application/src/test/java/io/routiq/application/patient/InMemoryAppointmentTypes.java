package io.routiq.application.patient;

import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.routiq.application.practice.InMemoryPracticeCopy;
import io.routiq.application.practice.InMemoryPracticeCopy.Visit;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.PatientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statistics of the visits of the copy in memory, one visit at a time. */
public final class InMemoryAppointmentTypes implements AppointmentTypes {

    private static final Comparator<TypeStatistics.Type> MOST_PATIENTS_FIRST =
            comparingLong(TypeStatistics.Type::patients).reversed().thenComparing(type -> key(type.name()));

    private final InMemoryPracticeCopy copy;

    public InMemoryAppointmentTypes(InMemoryPracticeCopy copy) {
        this.copy = copy;
    }

    @Override
    public TypeStatistics statistics(OrganizationId organization, ActivityWindow window, Instant now) {
        Set<PatientId> listed = copy.patients(organization).stream()
                .filter(patient -> patient.archivedAt() == null && patient.mergedInto() == null)
                .map(patient -> patient.id())
                .collect(Collectors.toSet());
        Instant from = window.from(now);
        Instant until = window.until(now).orElse(Instant.MAX);
        List<Visit> counted = copy.visits(organization).stream()
                .filter(visit -> listed.contains(visit.patient()))
                .filter(visit -> visit.appointment().qualifies())
                .filter(visit -> !start(visit).isBefore(from) && !start(visit).isAfter(until))
                .toList();
        List<TypeStatistics.Type> types = counted.stream()
                .filter(visit -> visit.type() != null)
                .collect(groupingBy(
                        visit -> key(String.valueOf(visit.type())),
                        collectingAndThen(toList(), visits -> type(visits, now))))
                .values()
                .stream()
                .sorted(MOST_PATIENTS_FIRST)
                .toList();
        return new TypeStatistics(types, patients(counted.stream()));
    }

    private static TypeStatistics.Type type(List<Visit> visits, Instant now) {
        List<Visit> upcoming =
                visits.stream().filter(visit -> start(visit).isAfter(now)).toList();
        return new TypeStatistics.Type(
                visits.stream()
                        .map(Visit::type)
                        .map(String::valueOf)
                        .min(naturalOrder())
                        .orElseThrow(),
                patients(visits.stream()),
                patients(visits.stream().filter(visit -> !start(visit).isAfter(now))),
                patients(upcoming.stream()),
                visits.size(),
                upcoming.stream()
                        .map(InMemoryAppointmentTypes::start)
                        .min(naturalOrder())
                        .orElse(null),
                upcoming.stream()
                        .map(InMemoryAppointmentTypes::start)
                        .max(naturalOrder())
                        .orElse(null));
    }

    private static long patients(Stream<Visit> visits) {
        return visits.map(Visit::patient).distinct().count();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Instant start(Visit visit) {
        return visit.appointment().startsAt();
    }
}
