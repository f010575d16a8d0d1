package io.routiq.adapter.cliniko;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of {@code /patients}, and nothing else of it. */
record ClinikoPatient(
        @Required String id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable List<PhoneNumber> patientPhoneNumbers,
        @Nullable Instant archivedAt,
        @Nullable Reference mergedWithPatient,
        @Required Instant createdAt,
        @Required Instant updatedAt) {

    /** {@code normalizedNumber} is documented as digits with the country's in front. */
    record PhoneNumber(
            @Nullable String number,
            @Nullable String normalizedNumber,
            @Nullable String phoneType) {}

    @Override
    public String toString() {
        return "ClinikoPatient[" + id + "]";
    }
}
