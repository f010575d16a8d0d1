package io.routiq.application.dashboard;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;

/** The copy's visits, for counting. To be called inside a transaction. Agrees with the domain's activity policy. */
public interface Visits {

    /** The qualifying visits of all patients, archived and merged ones left out. */
    Totals totals(OrganizationId organization, ActivityWindow window, Instant now);

    /**
     * How many there are.
     *
     * @param recent in the past part of the window
     * @param upcoming in its future part
     * @param all past and to come, in the window or not
     */
    record Totals(long recent, long upcoming, long all) {}
}
