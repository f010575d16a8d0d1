package io.routiq.application.patient;

import static java.util.stream.Collectors.groupingBy;

import io.routiq.application.practice.InMemoryPracticeCopy;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.PracticeRecord.LocationRecord;
import io.routiq.application.practice.PracticeRecord.PractitionerRecord;
import io.routiq.application.practice.PracticeRecord.Slot;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityPolicy;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.Patient;
import io.routiq.domain.patient.PatientActivity;
import io.routiq.domain.patient.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The visits of the copy in memory. Whoever asks for some is given all. */
public final class InMemoryPatientVisits implements PatientVisits {

    private final InMemoryPracticeCopy copy;

    public InMemoryPatientVisits(InMemoryPracticeCopy copy) {
        this.copy = copy;
    }

    @Override
    public List<Visit> around(
            OrganizationId organization, Collection<PatientId> patients, ActivityWindow window, Instant now) {
        return all(organization).stream()
                .filter(visit -> patients.contains(visit.patient()))
                .toList();
    }

    @Override
    public Optional<List<Visit>> history(OrganizationId organization, PatientId patient) {
        return copy.patients(organization).stream()
                .filter(known -> known.id().equals(patient) && known.mergedInto() == null)
                .map(known -> around(organization, List.of(patient), ActivityWindow.DEFAULT, Instant.EPOCH))
                .findFirst();
    }

    @Override
    public ActivityFigures figures(OrganizationId organization, ActivityWindow window, Instant now) {
        Map<PatientId, List<Visit>> visits = all(organization).stream().collect(groupingBy(Visit::patient));
        ActivityPolicy policy = new ActivityPolicy(window);
        List<PatientActivity> active = copy.patients(organization).stream()
                .filter(patient -> patient.mergedInto() == null && patient.archivedAt() == null)
                .map(Patient::id)
                .map(id -> visits.getOrDefault(id, List.of()).stream()
                        .map(Visit::appointment)
                        .toList())
                .map(appointments -> policy.assess(appointments, now))
                .filter(activity -> activity.status().isActive())
                .toList();
        return new ActivityFigures(
                active.size(),
                sum(active, activity -> activity.recentCount() > 0 ? 1 : 0),
                sum(active, activity -> activity.upcomingCount() > 0 ? 1 : 0),
                sum(active, PatientActivity::recentCount),
                sum(active, PatientActivity::upcomingCount),
                sum(active, PatientActivity::totalCount));
    }

    private static long sum(List<PatientActivity> all, ToLongFunction<PatientActivity> of) {
        return all.stream().mapToLong(of).sum();
    }

    private List<Visit> all(OrganizationId organization) {
        return copy.visits(organization).stream()
                .map(visit -> visit(organization, visit))
                .toList();
    }

    private Visit visit(OrganizationId organization, InMemoryPracticeCopy.Visit held) {
        Slot slot = held.slot();
        return new Visit(
                held.patient(),
                held.appointment(),
                slot.endsAt(),
                held.type(),
                nameOf(organization, PractitionerRecord.class, PractitionerRecord::name, slot.practitionerId()),
                nameOf(organization, LocationRecord.class, LocationRecord::name, slot.locationId()),
                slot.notes());
    }

    private <R extends PracticeRecord> @Nullable String nameOf(
            OrganizationId organization, Class<R> kind, Function<R, String> name, @Nullable String id) {
        return copy.all(organization, kind).stream()
                .filter(record -> record.id().equals(id))
                .map(name)
                .findFirst()
                .orElse(null);
    }
}
