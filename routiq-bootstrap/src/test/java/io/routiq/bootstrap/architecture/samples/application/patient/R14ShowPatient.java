package io.routiq.bootstrap.architecture.samples.application.patient;

import io.routiq.bootstrap.architecture.samples.application.sync.R14ShowRun;

public record R14ShowPatient(R14ShowRun run) {}
