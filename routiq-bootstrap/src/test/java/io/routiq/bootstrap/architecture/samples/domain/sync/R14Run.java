package io.routiq.bootstrap.architecture.samples.domain.sync;

import io.routiq.bootstrap.architecture.samples.domain.patient.R14Visit;
import java.util.List;

public record R14Run(List<R14Visit> copied) {}
