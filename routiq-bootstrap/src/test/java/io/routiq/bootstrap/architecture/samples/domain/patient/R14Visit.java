package io.routiq.bootstrap.architecture.samples.domain.patient;

import io.routiq.bootstrap.architecture.samples.domain.sync.R14Run;

public record R14Visit(R14Run copiedBy) {}
