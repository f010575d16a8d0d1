package io.routiq.application.audit;

import io.routiq.domain.organization.OrganizationId;

/** Keeps, for good, who read whose data. */
public interface AuditTrail {

    /** Writes an entry in the current transaction: if it cannot be written, nothing is shown. */
    void record(OrganizationId organization, ReadEvent event);
}
