package io.routiq.bootstrap.architecture.samples.adapter.rest;

import io.routiq.bootstrap.architecture.samples.domain.organization.OrganizationId;
import java.util.Optional;

final class R08ReadsTheRequest {

    private R08ReadsTheRequest() {}

    static final class ByConstructor {

        OrganizationId organization(String header) {
            return new OrganizationId(header);
        }
    }

    static final class ByReference {

        Optional<OrganizationId> organization(Optional<String> header) {
            return header.map(OrganizationId::new);
        }
    }
}
