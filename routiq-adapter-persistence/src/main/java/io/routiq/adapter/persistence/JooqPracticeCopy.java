package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.ABSENT_RECORD;
import static io.routiq.adapter.persistence.jooq.Tables.APPOINTMENT;
import static io.routiq.adapter.persistence.jooq.Tables.APPOINTMENT_TYPE;
import static io.routiq.adapter.persistence.jooq.Tables.ATTENDEE;
import static io.routiq.adapter.persistence.jooq.Tables.CENSUS_PAGE;
import static io.routiq.adapter.persistence.jooq.Tables.CENSUS_READER;
import static io.routiq.adapter.persistence.jooq.Tables.GROUP_APPOINTMENT;
import static io.routiq.adapter.persistence.jooq.Tables.LOCATION;
import static io.routiq.adapter.persistence.jooq.Tables.MOVED_PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT_MERGE;
import static io.routiq.adapter.persistence.jooq.Tables.PRACTITIONER;
import static io.routiq.adapter.persistence.jooq.Tables.REJECTED_RECORD;
import static io.routiq.adapter.persistence.jooq.Tables.WATERMARK;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.PracticeRecord.AppointmentRecord;
import io.routiq.application.practice.PracticeRecord.AttendeeRecord;
import io.routiq.application.practice.RejectedRecord;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.PatientId;
import io.routiq.domain.sync.Differences;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

final class JooqPracticeCopy implements PracticeCopy {

    private static final List<Table<Record>> TABLES = List.of(
            PATIENT,
            APPOINTMENT,
            GROUP_APPOINTMENT,
            ATTENDEE,
            APPOINTMENT_TYPE,
            PRACTITIONER,
            LOCATION,
            PATIENT_MERGE,
            MOVED_PATIENT,
            CENSUS_PAGE,
            REJECTED_RECORD,
            ABSENT_RECORD,
            CENSUS_READER,
            WATERMARK);

    private final JooqTransactions transactions;

    JooqPracticeCopy(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void store(OrganizationId organization, Collection<PracticeRecord> records) {
        DSLContext sql = transactions.sql(organization);
        if (records.isEmpty()) {
            return;
        }
        waitForOtherWriters(sql, organization);
        CopyTables.APPOINTMENT_TYPES.store(sql, organization, records);
        CopyTables.PRACTITIONERS.store(sql, organization, records);
        CopyTables.LOCATIONS.store(sql, organization, records);
        Set<String> affected = new HashSet<>(CopyTables.PATIENTS.store(sql, organization, records));
        affected.addAll(MergedPatients.follow(sql, organization, records, affected));
        affected.addAll(storeAppointments(sql, organization, records));
        affected.addAll(LatestAppointments.attendeesOf(
                sql, organization, CopyTables.CLASSES.store(sql, organization, records)));
        affected.addAll(CopyTables.ATTENDEES.store(sql, organization, withoutIndividual(sql, organization, records)));
        LatestAppointments.refresh(sql, organization, affected);
        JooqQuarantine.release(sql, organization, records);
        JooqCensus.forget(sql, organization, records);
    }

    @Override
    public List<PatientId> moved(OrganizationId organization) {
        return transactions
                .sql(organization)
                .select(MOVED_PATIENT.PATIENT_ID)
                .from(MOVED_PATIENT)
                .where(MOVED_PATIENT.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(MOVED_PATIENT.PATIENT_ID)
                .fetch(row -> new PatientId(row.value1()));
    }

    @Override
    public void settle(OrganizationId organization, Collection<PatientId> patients) {
        transactions
                .sql(organization)
                .deleteFrom(MOVED_PATIENT)
                .where(MOVED_PATIENT.ORGANIZATION_ID.eq(organization.value()))
                .and(MOVED_PATIENT.PATIENT_ID.eq(
                        any(patients.stream().map(PatientId::value).toArray(String[]::new))))
                .execute();
    }

    @Override
    public Differences compare(
            OrganizationId organization,
            SyncStream stream,
            Collection<PracticeRecord> records,
            @Nullable Instant asOf) {
        DSLContext sql = transactions.sql(organization);
        Collection<PracticeRecord> kept =
                stream == SyncStream.ATTENDEES ? withoutIndividual(sql, organization, records) : records;
        return CopyTables.of(stream).compare(sql, organization, kept, asOf);
    }

    @Override
    public void remove(OrganizationId organization, SyncStream stream, Collection<String> ids) {
        DSLContext sql = transactions.sql(organization);
        waitForOtherWriters(sql, organization);
        String[] gone = ids.toArray(String[]::new);
        Set<String> affected = CopyTables.of(stream).remove(sql, organization, gone);
        switch (stream) {
            case PATIENTS -> LatestAppointments.refresh(sql, organization, MergedPatients.follow(sql, organization));
            case GROUP_APPOINTMENTS ->
                LatestAppointments.refresh(
                        sql, organization, LatestAppointments.attendeesOf(sql, organization, affected));
            case APPOINTMENTS, ATTENDEES -> LatestAppointments.refresh(sql, organization, affected);
            case APPOINTMENT_TYPES, PRACTITIONERS, LOCATIONS -> {}
        }
        JooqCensus.forget(sql, organization, stream, gone);
    }

    @Override
    public void notFound(OrganizationId organization, SyncStream stream, Collection<String> ids, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        DSLContext sql = transactions.sql(organization);
        Collection<String> named =
                stream == SyncStream.PATIENTS ? NamedPatients.among(sql, organization, ids) : List.of();
        List<String> unnamed = ids.stream().filter(id -> !named.contains(id)).toList();
        JooqQuarantine.release(sql, organization, stream, unnamed);
        JooqQuarantine.setAside(
                sql,
                organization,
                stream,
                named.stream().collect(Collectors.toMap(id -> id, id -> RejectedRecord.NOT_THERE)),
                at);
    }

    /** Whose patients are affected is read before and after the rows are written: nobody may write in between. */
    private static void waitForOtherWriters(DSLContext sql, OrganizationId organization) {
        sql.execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))", val(organization.value()));
    }

    private static Set<String> storeAppointments(
            DSLContext sql, OrganizationId organization, Collection<PracticeRecord> records) {
        Set<String> patients = CopyTables.APPOINTMENTS.store(sql, organization, records);
        String[] ids = ids(records, AppointmentRecord.class);
        if (ids.length > 0) {
            sql.deleteFrom(ATTENDEE)
                    .where(ATTENDEE.ORGANIZATION_ID.eq(organization.value()))
                    .and(ATTENDEE.GROUP_APPOINTMENT_ID.eq(any(ids)))
                    .execute();
        }
        return patients;
    }

    private static Collection<PracticeRecord> withoutIndividual(
            DSLContext sql, OrganizationId organization, Collection<PracticeRecord> records) {
        String[] places = records.stream()
                .filter(AttendeeRecord.class::isInstance)
                .map(record -> ((AttendeeRecord) record).classId())
                .distinct()
                .toArray(String[]::new);
        if (places.length == 0) {
            return List.of();
        }
        Set<String> individual = sql.select(APPOINTMENT.APPOINTMENT_ID)
                .from(APPOINTMENT)
                .where(APPOINTMENT.ORGANIZATION_ID.eq(organization.value()))
                .and(APPOINTMENT.APPOINTMENT_ID.eq(any(places)))
                .fetchSet(APPOINTMENT.APPOINTMENT_ID);
        return records.stream()
                .filter(record ->
                        !(record instanceof AttendeeRecord attendee && individual.contains(attendee.classId())))
                .toList();
    }

    private static String[] ids(Collection<PracticeRecord> records, Class<? extends PracticeRecord> kind) {
        return records.stream().filter(kind::isInstance).map(PracticeRecord::id).toArray(String[]::new);
    }

    @Override
    public List<PatientId> missingPatients(OrganizationId organization, int limit) {
        return NamedPatients.missing(transactions.sql(organization), organization, limit);
    }

    /** What the source says may be no zone that Java knows. */
    @Override
    public Optional<ZoneId> timeZone(OrganizationId organization) {
        return transactions
                .sql(organization)
                .select(LOCATION.TIME_ZONE)
                .from(LOCATION)
                .where(LOCATION.ORGANIZATION_ID.eq(organization.value()))
                .and(LOCATION.TIME_ZONE.isNotNull())
                .groupBy(LOCATION.TIME_ZONE)
                .orderBy(count().desc(), LOCATION.TIME_ZONE.collate("C").desc())
                .fetch(LOCATION.TIME_ZONE)
                .stream()
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .findFirst();
    }

    @Override
    public void clear(OrganizationId organization) {
        DSLContext sql = transactions.sql(organization);
        waitForOtherWriters(sql, organization);
        TABLES.forEach(table -> sql.deleteFrom(table)
                .where(field(name(table.getName(), "organization_id"), String.class)
                        .eq(organization.value()))
                .execute());
    }
}
