package io.routiq.application.patient;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.routiq.application.practice.InMemoryPracticeCopy.Visit;
import io.routiq.domain.patient.Patient;
import io.routiq.domain.patient.PatientActivity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A patient with all visits and what these say at one instant. */
record PatientRow(Patient patient, List<Visit> visits, PatientActivity activity) {

    /** Of one length, so that the text sorts as the instant. */
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    boolean isWanted(PatientFilter filter) {
        return (filter.includeArchived() || patient.archivedAt() == null)
                && filter.search().map(this::isFoundBy).orElse(true)
                && (!filter.activeOnly() || activity.status().isActive())
                && (filter.statuses().isEmpty() || filter.statuses().contains(activity.status()))
                && filter.appointmentType().map(this::hasInWindow).orElse(true)
                && filter.hasUpcoming()
                        .map(wanted -> wanted == activity.upcomingCount() > 0)
                        .orElse(true)
                && activity.recentCount() >= filter.minRecentAppointments();
    }

    PatientQuery.Position position(Instant evaluatedAt, int page, PatientSort.Key key) {
        Optional<String> sortValue = switch (key) {
            case NAME -> nameToSortBy();
            case LAST_APPOINTMENT -> activity.last().map(SORTABLE::format);
            case NEXT_APPOINTMENT -> activity.next().map(SORTABLE::format);
            case CREATED -> Optional.of(SORTABLE.format(patient.createdAt()));
            case LAST_ACTIVITY ->
                qualifying().map(PatientRow::start).max(naturalOrder()).map(SORTABLE::format);
        };
        return new PatientQuery.Position(
                evaluatedAt, page, sortValue.orElse(null), patient.id().value());
    }

    PatientSummary summary() {
        return new PatientSummary(
                patient,
                activity.status(),
                activity.recentCount(),
                activity.upcomingCount(),
                activity.totalCount(),
                activity.first().orElse(null),
                activity.last().orElse(null),
                activity.next().orElse(null),
                activity.next().map(this::typeAt).orElse(null),
                primaryType());
    }

    private boolean isFoundBy(String search) {
        return PatientSearch.matches(patient, search);
    }

    private boolean hasInWindow(String type) {
        return visits.stream()
                .filter(visit -> activity.evidence().contains(visit.appointment()))
                .anyMatch(visit -> visit.type() != null
                        && type.strip().equalsIgnoreCase(visit.type().strip()));
    }

    private Optional<String> nameToSortBy() {
        boolean nameless = patient.firstName() == null && patient.lastName() == null;
        return nameless ? Optional.empty() : Optional.of(patient.name().toLowerCase(Locale.ROOT));
    }

    private @Nullable String typeAt(Instant start) {
        return qualifying()
                .filter(visit -> start(visit).equals(start))
                .min(comparing(visit -> visit.appointment().id().value()))
                .map(Visit::type)
                .orElse(null);
    }

    private @Nullable String primaryType() {
        Map<String, List<Instant>> uses = qualifying()
                .filter(visit -> visit.type() != null)
                .collect(groupingBy(visit -> String.valueOf(visit.type()), mapping(PatientRow::start, toList())));
        Comparator<List<Instant>> byCount = comparingInt(List::size);
        Comparator<List<Instant>> byUse = byCount.thenComparing(
                starts -> starts.stream().max(naturalOrder()).orElseThrow());
        return uses.entrySet().stream()
                .max(Map.Entry.comparingByValue(byUse))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private Stream<Visit> qualifying() {
        return visits.stream().filter(visit -> visit.appointment().qualifies());
    }

    private static Instant start(Visit visit) {
        return visit.appointment().startsAt();
    }
}
