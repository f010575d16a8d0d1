package io.routiq.bootstrap.architecture.samples.adapter.rest;

import io.routiq.bootstrap.architecture.samples.domain.organization.OrganizationId;

final class Guard {

    OrganizationId organization(String verified) {
        return new OrganizationId(verified);
    }
}
