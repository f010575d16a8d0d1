package io.routiq.application;

import io.routiq.domain.organization.OrganizationId;
import java.util.UUID;

/** Organizations that no other test uses, so that tests can share one database. */
public final class Organizations {

    private Organizations() {}

    /** One that never was before. */
    public static OrganizationId fresh() {
        return new OrganizationId("org_" + UUID.randomUUID());
    }
}
