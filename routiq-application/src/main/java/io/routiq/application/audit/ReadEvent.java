package io.routiq.application.audit;

import io.routiq.domain.patient.PatientId;
import java.time.Instant;
import java.util.List;

/**
 * Somebody is about to be shown personal data.
 *
 * @param reader who
 * @param action which use case, e.g. {@code list_patients}
 * @param patients whose data
 * @param at when
 */
public record ReadEvent(Reader reader, String action, List<PatientId> patients, Instant at) {

    public ReadEvent {
        patients = List.copyOf(patients);
    }

    /**
     * The person who reads.
     *
     * @param userId as the identity provider names them
     * @param requestId of the request, as the answer's header and the log carry it
     */
    public record Reader(String userId, String requestId) {}
}
