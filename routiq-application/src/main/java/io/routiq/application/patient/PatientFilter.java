package io.routiq.application.patient;

import io.routiq.domain.patient.ActivityStatus;
import java.util.Optional;
import java.util.Set;

/**
 * Which patients to list; all conditions hold together.
 *
 * @param search parts of a name in any order, part of an email address, a phone number in any notation, or an id; case
 *     and accents do not matter
 * @param activeOnly only active patients
 * @param statuses only patients with one of these; empty for any
 * @param appointmentType only patients with a visit of this type in the window; the whole name, case does not matter
 * @param hasUpcoming only patients with, or without, upcoming visits
 * @param minRecentAppointments only patients with so many recent visits
 * @param includeArchived true to list archived patients too
 */
public record PatientFilter(
        Optional<String> search,
        boolean activeOnly,
        Set<ActivityStatus> statuses,
        Optional<String> appointmentType,
        Optional<Boolean> hasUpcoming,
        int minRecentAppointments,
        boolean includeArchived) {

    public PatientFilter {
        statuses = Set.copyOf(statuses);
    }

    /** Leaves out what somebody looks for: it is a person, as a rule. */
    @Override
    public String toString() {
        return "PatientFilter[activeOnly=%s, statuses=%s, appointmentType=%s, hasUpcoming=%s, minRecentAppointments=%d, includeArchived=%s]"
                .formatted(activeOnly, statuses, appointmentType, hasUpcoming, minRecentAppointments, includeArchived);
    }
}
