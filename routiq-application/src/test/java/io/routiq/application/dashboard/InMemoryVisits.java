package io.routiq.application.dashboard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.routiq.application.practice.InMemoryPracticeCopy;
import io.routiq.application.practice.InMemoryPracticeCopy.Visit;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityPolicy;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.Appointment;
import io.routiq.domain.patient.PatientActivity;
import io.routiq.domain.patient.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The visits of the copy in memory, counted by the domain's policy. */
public final class InMemoryVisits implements Visits {

    private final InMemoryPracticeCopy copy;

    public InMemoryVisits(InMemoryPracticeCopy copy) {
        this.copy = copy;
    }

    @Override
    public Totals totals(OrganizationId organization, ActivityWindow window, Instant now) {
        Map<PatientId, List<Appointment>> visits = copy.visits(organization).stream()
                .collect(groupingBy(Visit::patient, mapping(Visit::appointment, toList())));
        List<PatientActivity> activities = copy.patients(organization).stream()
                .filter(patient -> patient.archivedAt() == null && patient.mergedInto() == null)
                .map(patient -> new ActivityPolicy(window).assess(visits.getOrDefault(patient.id(), List.of()), now))
                .toList();
        return new Totals(
                activities.stream().mapToLong(PatientActivity::recentCount).sum(),
                activities.stream().mapToLong(PatientActivity::upcomingCount).sum(),
                activities.stream().mapToLong(PatientActivity::totalCount).sum());
    }
}
