package io.routiq.adapter.cliniko.simulator;

import org.jspecify.annotations.Nullable;

final class PatientRow extends Row {

    @Nullable
    String firstName;

    @Nullable
    String lastName;

    @Nullable
    String preferredFirstName;

    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    String notes;

    @Nullable
    Boolean acceptedPrivacyPolicy;

    long bornOnEpochDay = NONE;
    long mergedAt = NONE;
    long mergedInto = NONE;

    PatientRow(long id, long createdAt) {
        super(id, createdAt);
    }

    String label() {
        return ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
    }
}
