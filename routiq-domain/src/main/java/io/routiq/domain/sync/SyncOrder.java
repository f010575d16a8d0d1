package io.routiq.domain.sync;

import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;

/**
 * What was asked for when a run was started; the same in each of its states.
 *
 * @param id the run's id
 * @param organization whose practice is read
 * @param mode how much is read
 * @param trigger who asked
 * @param forceRefresh true to read again what watermarks say is known
 * @param requestedAt when it was asked for; the run's start as clients see it
 */
public record SyncOrder(
        SyncRunId id,
        OrganizationId organization,
        SyncMode mode,
        SyncTrigger trigger,
        boolean forceRefresh,
        Instant requestedAt) {}
