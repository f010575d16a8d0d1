package io.routiq.bootstrap.architecture.samples.application.patient;

import java.util.Optional;

public final class R11FindPatient {

    public Optional<Boolean> find(String id) {
        return Optional.of(id.isEmpty());
    }
}
