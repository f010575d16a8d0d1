package io.routiq.application.practice;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.PatientId;
import io.routiq.domain.sync.Differences;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
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
     *
     * <p>Visits of a patient who was merged into another count for whoever is left at the end of the chain; a circle has
     * no end, and its members keep their own.
     */
    void store(OrganizationId organization, Collection<PracticeRecord> records);

    /**
     * Patients whose merging has changed, and those whom that concerns, until they are {@link #settle settled}: the source
     * may have moved their visits from one to the other without a sign.
     */
    List<PatientId> moved(OrganizationId organization);

    /** Notes that the visits of these patients were read since they were merged, or merged no more. */
    void settle(OrganizationId organization, Collection<PatientId> patients);

    /**
     * Compares records of one stream, as the source has them, with the copy; changes nothing.
     *
     * @param asOf up to when the copy is complete, or null if that is not known; what is newer is no difference
     */
    Differences compare(
            OrganizationId organization, SyncStream stream, Collection<PracticeRecord> records, @Nullable Instant asOf);

    /**
     * Notes that the source, asked for these ids alone, does not know them. They leave the {@link Quarantine}; but a patient
     * whom visits name and who is not in the copy is set aside there, to be asked for again.
     */
    void notFound(OrganizationId organization, SyncStream stream, Collection<String> ids, Instant at);

    /** Deletes records that are gone at the source, and brings in step what depends on them. */
    void remove(OrganizationId organization, SyncStream stream, Collection<String> ids);

    /**
     * Patients for whom visits count but who are neither in the copy nor in quarantine, by id.
     *
     * @param limit at most so many
     */
    List<PatientId> missingPatients(OrganizationId organization, int limit);

    /** The time zone of most of the practice's locations, or empty while none is known. */
    Optional<ZoneId> timeZone(OrganizationId organization);

    /** Forgets all records, those in quarantine too, and how far they were read: the practice has changed its account. */
    void clear(OrganizationId organization);
}
