package io.routiq.bootstrap.architecture.samples.domain.patient;

final class R10CountsVisits {

    private int visits;

    int count() {
        visits++;
        return visits;
    }
}
