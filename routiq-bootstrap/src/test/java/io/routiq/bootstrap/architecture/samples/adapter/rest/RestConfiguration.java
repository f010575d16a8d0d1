package io.routiq.bootstrap.architecture.samples.adapter.rest;

import io.routiq.bootstrap.architecture.samples.application.patient.ListPatients;
import io.routiq.bootstrap.architecture.samples.application.patient.Patients;

public final class RestConfiguration {

    public ListPatients listPatients(Patients patients) {
        return new ListPatients(patients);
    }
}
