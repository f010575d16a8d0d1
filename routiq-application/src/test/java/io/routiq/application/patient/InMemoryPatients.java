package io.routiq.application.patient;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;

import io.routiq.application.patient.PatientQuery.Position;
import io.routiq.application.practice.InMemoryPracticeCopy;
import io.routiq.application.practice.InMemoryPracticeCopy.Visit;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityPolicy;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.Appointment;
import io.routiq.domain.patient.PatientActivity;
import io.routiq.domain.patient.PatientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The patients of the copy in memory, each assessed by the domain's policy. */
public final class InMemoryPatients implements Patients {

    private final InMemoryPracticeCopy copy;

    public InMemoryPatients(InMemoryPracticeCopy copy) {
        this.copy = copy;
    }

    @Override
    public PatientQuery.Page list(OrganizationId organization, PatientQuery query, Instant now) {
        PatientSort.Key key = query.sort().key();
        Comparator<String> direction = query.sort().descending() ? reverseOrder() : naturalOrder();
        Comparator<Position> order =
                comparing(Position::sortValue, nullsLast(direction)).thenComparing(Position::patientId);
        int number = query.after().map(after -> after.page() + 1).orElse(query.page());
        List<PatientRow> all = rows(organization, query.window(), now)
                .filter(row -> row.isWanted(query.filter()))
                .sorted(comparing(row -> row.position(now, number, key), order))
                .toList();
        List<PatientRow> rest = query.after()
                .map(after -> all.stream().filter(row -> order.compare(row.position(now, number, key), after) > 0))
                .orElseGet(() -> all.stream().skip((query.page() - 1L) * query.limit()))
                .toList();
        List<PatientRow> page = rest.stream().limit(query.limit()).toList();
        return new PatientQuery.Page(
                page.stream().map(PatientRow::summary).toList(),
                all.size(),
                rest.size() > page.size() ? Optional.of(page.getLast().position(now, number, key)) : Optional.empty());
    }

    @Override
    public PatientStats stats(OrganizationId organization, ActivityWindow window, Instant now) {
        List<PatientActivity> present = rows(organization, window, now)
                .filter(row -> row.patient().archivedAt() == null)
                .map(PatientRow::activity)
                .toList();
        return new PatientStats(
                present.size(),
                present.stream().filter(it -> it.status().isActive()).count(),
                present.stream().filter(it -> it.recentCount() > 0).count(),
                present.stream().filter(it -> it.upcomingCount() > 0).count());
    }

    private Stream<PatientRow> rows(OrganizationId organization, ActivityWindow window, Instant now) {
        Map<PatientId, List<Visit>> visits = copy.visits(organization).stream().collect(groupingBy(Visit::patient));
        ActivityPolicy policy = new ActivityPolicy(window);
        return copy.patients(organization).stream()
                .filter(patient -> patient.mergedInto() == null)
                .map(patient -> {
                    List<Visit> own = visits.getOrDefault(patient.id(), List.of());
                    List<Appointment> appointments =
                            own.stream().map(Visit::appointment).toList();
                    return new PatientRow(patient, own, policy.assess(appointments, now));
                });
    }
}
