package io.routiq.application.patient;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;

/** The kinds of visits that a practice offers, as its patients use them. To be called inside a transaction. */
public interface AppointmentTypes {

    /** Who comes for what, computed for {@code now}; archived and merged patients are left out. */
    TypeStatistics statistics(OrganizationId organization, ActivityWindow window, Instant now);
}
