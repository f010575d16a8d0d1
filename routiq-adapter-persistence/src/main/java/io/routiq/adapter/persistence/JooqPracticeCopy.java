package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.APPOINTMENT;
import static io.routiq.adapter.persistence.jooq.Tables.APPOINTMENT_TYPE;
import static io.routiq.adapter.persistence.jooq.Tables.ATTENDEE;
import static io.routiq.adapter.persistence.jooq.Tables.GROUP_APPOINTMENT;
import static io.routiq.adapter.persistence.jooq.Tables.LOCATION;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.PRACTITIONER;
import static io.routiq.adapter.persistence.jooq.Tables.REJECTED_RECORD;
import static io.routiq.adapter.persistence.jooq.Tables.VISIT;
import static io.routiq.adapter.persistence.jooq.Tables.WATERMARK;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.PracticeRecord.AppointmentRecord;
import io.routiq.application.practice.PracticeRecord.AttendeeRecord;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.PatientId;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
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
            REJECTED_RECORD,
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
        affected.addAll(storeAppointments(sql, organization, records));
        affected.addAll(attendeesOf(sql, organization, CopyTables.CLASSES.store(sql, organization, records)));
        affected.addAll(CopyTables.ATTENDEES.store(sql, organization, withoutIndividual(sql, organization, records)));
        refreshLatestAppointment(sql, organization, affected);
        JooqQuarantine.release(sql, organization, records);
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

    private static Set<String> attendeesOf(DSLContext sql, OrganizationId organization, Set<String> classes) {
        if (classes.isEmpty()) {
            return Set.of();
        }
        return sql.selectDistinct(ATTENDEE.PATIENT_ID)
                .from(ATTENDEE)
                .where(ATTENDEE.ORGANIZATION_ID.eq(organization.value()))
                .and(ATTENDEE.GROUP_APPOINTMENT_ID.eq(any(classes.toArray(String[]::new))))
                .and(ATTENDEE.PATIENT_ID.isNotNull())
                .fetchSet(ATTENDEE.PATIENT_ID);
    }

    private static void refreshLatestAppointment(
            DSLContext sql, OrganizationId organization, Collection<String> patients) {
        if (patients.isEmpty()) {
            return;
        }
        Field<String> patientId = field(name("affected", "patient_id"), String.class);
        Field<Instant> latest = field(name("truth", "latest"), PATIENT.LATEST_APPOINTMENT_AT.getDataType());
        Table<?> truth = select(
                        patientId,
                        field(select(max(VISIT.STARTS_AT))
                                        .from(VISIT)
                                        .where(VISIT.ORGANIZATION_ID.eq(organization.value()))
                                        .and(VISIT.PATIENT_ID.eq(patientId))
                                        .and(VISIT.QUALIFIES))
                                .as("latest"))
                .from(unnest(patients.toArray(String[]::new)).as("affected", "patient_id"))
                .asTable("truth");
        sql.update(PATIENT)
                .set(PATIENT.LATEST_APPOINTMENT_AT, latest)
                .from(truth)
                .where(PATIENT.ORGANIZATION_ID.eq(organization.value()))
                .and(PATIENT.PATIENT_ID.eq(field(name("truth", "patient_id"), String.class)))
                .and(PATIENT.LATEST_APPOINTMENT_AT.isDistinctFrom(latest))
                .execute();
    }

    private static String[] ids(Collection<PracticeRecord> records, Class<? extends PracticeRecord> kind) {
        return records.stream().filter(kind::isInstance).map(PracticeRecord::id).toArray(String[]::new);
    }

    @Override
    public List<PatientId> missingPatients(OrganizationId organization, @Nullable PatientId after, int limit) {
        return transactions
                .sql(organization)
                .selectDistinct(VISIT.PATIENT_ID)
                .from(VISIT)
                .where(VISIT.ORGANIZATION_ID.eq(organization.value()))
                .and(after == null ? noCondition() : VISIT.PATIENT_ID.gt(after.value()))
                .and(notExists(selectOne()
                        .from(PATIENT)
                        .where(PATIENT.ORGANIZATION_ID.eq(organization.value()))
                        .and(PATIENT.PATIENT_ID.eq(VISIT.PATIENT_ID))))
                .and(notExists(selectOne()
                        .from(REJECTED_RECORD)
                        .where(REJECTED_RECORD.ORGANIZATION_ID.eq(organization.value()))
                        .and(REJECTED_RECORD.STREAM.eq(SyncStream.PATIENTS.code()))
                        .and(REJECTED_RECORD.RECORD_ID.eq(VISIT.PATIENT_ID))))
                .orderBy(VISIT.PATIENT_ID)
                .limit(limit)
                .fetch(row -> new PatientId(row.value1()));
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
