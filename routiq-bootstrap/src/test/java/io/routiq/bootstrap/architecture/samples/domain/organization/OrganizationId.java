package io.routiq.bootstrap.architecture.samples.domain.organization;

public record OrganizationId(String value) {}
