package io.routiq.bootstrap.architecture.samples.application.sync;

import io.routiq.bootstrap.architecture.samples.domain.organization.OrganizationId;

public final class R11StopSync {

    public boolean stop(OrganizationId organization) {
        return organization.value().isEmpty();
    }
}
