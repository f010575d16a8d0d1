package io.routiq.bootstrap.architecture.samples.domain.patient;

import io.routiq.bootstrap.architecture.samples.domain.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

public record Patient(
        OrganizationId organization, String id, @Nullable String email) {}
