package io.routiq.bootstrap.worker;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRunId;

/** The scheduler's name for a job that works on one run: {@code {organization}/{sync id}}. */
record RunSyncJob(OrganizationId organization, SyncRunId run) {

    static RunSyncJob parse(String instance) {
        int slash = instance.indexOf('/');
        return new RunSyncJob(
                new OrganizationId(instance.substring(0, slash)), new SyncRunId(instance.substring(slash + 1)));
    }

    String instance() {
        return organization + "/" + run;
    }
}
