package io.routiq.bootstrap.architecture.samples.application.patient;

import io.routiq.bootstrap.architecture.samples.domain.organization.OrganizationId;
import io.routiq.bootstrap.architecture.samples.domain.patient.Patient;

public interface Patients {

    Found find(OrganizationId organization, String id);

    static Patients none() {
        return (organization, id) -> new Found.Nothing();
    }

    sealed interface Found {

        boolean isGone();

        record One(Patient patient, boolean isGone) implements Found {}

        record Nothing() implements Found {

            @Override
            public boolean isGone() {
                return true;
            }
        }
    }
}
