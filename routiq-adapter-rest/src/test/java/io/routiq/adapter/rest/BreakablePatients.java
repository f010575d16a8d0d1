package io.routiq.adapter.rest;

import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientStats;
import io.routiq.application.patient.Patients;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;
import java.util.Optional;

/** Passes on to other patients until a test makes it throw, once. */
final class BreakablePatients implements Patients {

    private final Patients others;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    BreakablePatients(Patients others) {
        this.others = others;
    }

    void failNext(RuntimeException next) {
        failure = Optional.of(next);
    }

    @Override
    public PatientQuery.Page list(OrganizationId organization, PatientQuery query, Instant now) {
        Optional<RuntimeException> broken = failure;
        failure = Optional.empty();
        broken.ifPresent(exception -> {
            throw exception;
        });
        return others.list(organization, query, now);
    }

    @Override
    public PatientStats stats(OrganizationId organization, ActivityWindow window, Instant now) {
        return others.stats(organization, window, now);
    }
}
