package io.routiq.application.practice;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.PatientId;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our copy of the practice's records, as synchronisation writes it. To be called inside a transaction. */
public interface PracticeCopy {

    /**
     * Brings records in. Applying the same records again changes nothing; an older version never replaces a newer one;
     * what a patient's activity is derived from is kept in step within the same transaction. Attendees of individual
     * appointments are dropped: the appointment itself says it all. What is stored leaves the {@link Quarantine}.
     */
    void store(OrganizationId organization, Collection<PracticeRecord> records);

    /**
     * Patients whom appointments name but who are neither in the copy nor in quarantine, by id.
     *
     * @param after only ids above this one, or null for all
     * @param limit at most so many
     */
    List<PatientId> missingPatients(OrganizationId organization, @Nullable PatientId after, int limit);

    /** The time zone of most of the practice's locations, or empty while none is known. */
    Optional<ZoneId> timeZone(OrganizationId organization);

    /** Forgets all records, those in quarantine too, and how far they were read: the practice has changed its account. */
    void clear(OrganizationId organization);
}
