package io.routiq.bootstrap.architecture.samples.application.patient;

import io.routiq.bootstrap.architecture.samples.domain.organization.OrganizationId;
import java.util.List;

interface R07Diaries {

    List<String> all(int limit, OrganizationId organization);
}
