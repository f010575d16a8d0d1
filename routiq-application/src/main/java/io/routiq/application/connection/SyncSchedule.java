package io.routiq.application.connection;

import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/** When each organization's next run starts by itself; at most one is planned. To be called inside a transaction. */
public interface SyncSchedule {

    /** Plans the next run, in place of the one that was planned. */
    void plan(OrganizationId organization, Instant at);

    /** Plans none. */
    void forget(OrganizationId organization);

    /** When the next run is planned, if one is. */
    Optional<Instant> next(OrganizationId organization);
}
