package io.routiq.application.patient;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;

/** The copy's patients, for reading. To be called inside a transaction. Agrees with the domain's activity policy. */
public interface Patients {

    /** One page, computed for {@code now}. */
    PatientQuery.Page list(OrganizationId organization, PatientQuery query, Instant now);

    /** How many there are. */
    PatientStats stats(OrganizationId organization, ActivityWindow window, Instant now);
}
