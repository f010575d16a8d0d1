package io.routiq.application.sync;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import java.util.List;
import java.util.Optional;

/** Sync runs, each in its present state. To be called inside a transaction. */
public interface SyncRuns {

    /** Adds a run unless the organization has an active one; the store itself keeps that there is one at most. */
    Added add(OrganizationId organization, SyncRun.Queued run);

    /** Whether a run was added. */
    sealed interface Added {
        record Accepted() implements Added {}

        record AlreadyActive(SyncRunId active) implements Added {}
    }

    /** The run as it is, or empty if this organization has none of that id. */
    Optional<SyncRun> find(OrganizationId organization, SyncRunId id);

    /** The same, held against changes by others until the transaction ends. */
    Optional<SyncRun> lock(OrganizationId organization, SyncRunId id);

    /**
     * Replaces {@code from} by {@code to}, if the stored run still has {@code from}'s state and fence. Holds the run
     * against changes by others until the transaction ends, so the pages of one run are stored one after the other.
     */
    Saved save(OrganizationId organization, SyncRun from, SyncRun to);

    /** Whether a change won. */
    enum Saved {
        SAVED,
        /** Somebody else changed the run: whoever holds {@code from} has no business with it any more. */
        SUPERSEDED
    }

    /** The run that is queued or running, or empty. */
    Optional<SyncRun.Active> active(OrganizationId organization);

    /** Runs, newest first. */
    List<SyncRun> list(OrganizationId organization, Filter filter);

    /**
     * Which runs to list.
     *
     * @param status only runs in this state
     * @param mode only runs of this mode
     * @param before only runs older than this one
     * @param limit at most so many
     */
    record Filter(Optional<Status> status, Optional<SyncMode> mode, Optional<SyncRunId> before, int limit) {}

    /** The states by which runs are listed. */
    enum Status {
        ACTIVE,
        COMPLETED,
        FAILED,
        CANCELLED
    }

    /** Figures over all runs of the organization. */
    SyncStatistics statistics(OrganizationId organization);
}
