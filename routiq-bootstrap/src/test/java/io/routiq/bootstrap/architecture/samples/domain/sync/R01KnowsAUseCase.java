package io.routiq.bootstrap.architecture.samples.domain.sync;

import io.routiq.bootstrap.architecture.samples.application.patient.ListPatients;

record R01KnowsAUseCase(ListPatients patients) {}
