package io.routiq.application.sync;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRunId;

/** Gives runs to workers. */
public interface SyncJobs {

    /** Has a worker, here or on another instance, run it as soon as the current transaction has committed. */
    void schedule(OrganizationId organization, SyncRunId run);
}
