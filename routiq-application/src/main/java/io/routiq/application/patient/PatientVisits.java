package io.routiq.application.patient;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The visits of the copy's patients, in classes or not, for reading. To be called inside a transaction. Agrees with the
 * domain's activity policy.
 */
public interface PatientVisits {

    /** In any order, all visits that the {@link Agenda} of each of these patients is made of. Others of theirs may come too. */
    List<Visit> around(OrganizationId organization, Collection<PatientId> patients, ActivityWindow window, Instant now);

    /** All visits of one patient, whether they count or not, in any order; empty if the lists know no such patient. */
    Optional<List<Visit>> history(OrganizationId organization, PatientId patient);

    /** How active the active patients are. */
    ActivityFigures figures(OrganizationId organization, ActivityWindow window, Instant now);
}
