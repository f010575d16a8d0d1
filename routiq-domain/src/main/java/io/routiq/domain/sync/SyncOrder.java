package io.routiq.domain.sync;

import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Set;

/**
 * What was asked for when a run was started; the same in each of its states.
 *
 * @param id the run's id
 * @param organization whose practice is read
 * @param mode how much is read
 * @param trigger who asked
 * @param options what was asked for besides
 * @param requestedAt when it was asked for; the run's start as clients see it
 */
public record SyncOrder(
        SyncRunId id,
        OrganizationId organization,
        SyncMode mode,
        SyncTrigger trigger,
        Set<SyncOption> options,
        Instant requestedAt) {

    public SyncOrder {
        options = Set.copyOf(options);
    }

    /** Whether this was asked for. */
    public boolean has(SyncOption option) {
        return options.contains(option);
    }

    /** Whether the run brings the copy up to date, as all do but a verification that is not to repair. */
    public boolean writes() {
        return mode != SyncMode.VERIFY || has(SyncOption.REPAIR);
    }
}
