package io.routiq.bootstrap.architecture.samples.application.sync;

import io.routiq.bootstrap.architecture.samples.application.patient.R14ShowPatient;
import java.util.List;

public record R14ShowRun(List<R14ShowPatient> patients) {}
