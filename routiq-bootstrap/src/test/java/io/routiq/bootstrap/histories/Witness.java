package io.routiq.bootstrap.histories;

import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.PatientId;
import io.routiq.domain.sync.Differences;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The copy, telling somebody which records it was given to store. */
record Witness(PracticeCopy copy, Consumer<Collection<PracticeRecord>> told) implements PracticeCopy {

    @Override
    public void store(OrganizationId organization, Collection<PracticeRecord> records) {
        copy.store(organization, records);
        told.accept(records);
    }

    @Override
    public List<PatientId> moved(OrganizationId organization) {
        return copy.moved(organization);
    }

    @Override
    public void settle(OrganizationId organization, Collection<PatientId> patients) {
        copy.settle(organization, patients);
    }

    @Override
    public Differences compare(
            OrganizationId organization,
            SyncStream stream,
            Collection<PracticeRecord> records,
            @Nullable Instant asOf) {
        return copy.compare(organization, stream, records, asOf);
    }

    @Override
    public void notFound(OrganizationId organization, SyncStream stream, Collection<String> ids, Instant at) {
        copy.notFound(organization, stream, ids, at);
    }

    @Override
    public void remove(OrganizationId organization, SyncStream stream, Collection<String> ids) {
        copy.remove(organization, stream, ids);
    }

    @Override
    public List<PatientId> missingPatients(OrganizationId organization, int limit) {
        return copy.missingPatients(organization, limit);
    }

    @Override
    public Optional<ZoneId> timeZone(OrganizationId organization) {
        return copy.timeZone(organization);
    }

    @Override
    public void clear(OrganizationId organization) {
        copy.clear(organization);
    }
}
