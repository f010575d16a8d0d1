package io.routiq.bootstrap.architecture.samples.application.patient;

import io.routiq.bootstrap.architecture.samples.application.patient.Patients.Found;
import io.routiq.bootstrap.architecture.samples.domain.organization.OrganizationId;

public final class ListPatients {

    private final Patients patients;
    private int calls;

    public ListPatients(Patients patients) {
        this.patients = patients;
    }

    public Found list(OrganizationId organization, String id) {
        calls++;
        return isCalm() ? patients.find(organization, id) : new Found.Nothing();
    }

    private boolean isCalm() {
        return calls < 3;
    }
}
