package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.APPOINTMENT_TYPE;
import static io.routiq.adapter.persistence.jooq.Tables.LOCATION;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.PRACTITIONER;
import static io.routiq.adapter.persistence.jooq.Tables.VISIT;
import static io.routiq.adapter.persistence.jooq.Tables.VISIT_DETAIL;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.routiq.adapter.persistence.jooq.tables.VisitDetail;
import io.routiq.application.patient.ActivityFigures;
import io.routiq.application.patient.Agenda;
import io.routiq.application.patient.PatientVisits;
import io.routiq.application.patient.Visit;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.Appointment;
import io.routiq.domain.patient.Appointment.Standing;
import io.routiq.domain.patient.AppointmentId;
import io.routiq.domain.patient.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class JooqPatientVisits implements PatientVisits {

    /** The name under which a statement knows the visits that it shows. */
    private static final VisitDetail SHOWN = VISIT_DETAIL.as("shown");

    private static final List<SelectField<?>> COLUMNS = List.of(
            SHOWN.PATIENT_ID,
            SHOWN.VISIT_ID,
            SHOWN.STARTS_AT,
            SHOWN.STANDING,
            SHOWN.ENDS_AT,
            APPOINTMENT_TYPE.NAME,
            PRACTITIONER.NAME,
            LOCATION.NAME,
            SHOWN.NOTES);

    private final JooqTransactions transactions;

    JooqPatientVisits(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    /** One statement, whatever the number of patients. */
    @Override
    public List<Visit> around(
            OrganizationId organization, Collection<PatientId> patients, ActivityWindow window, Instant now) {
        String[] ids = patients.stream().map(PatientId::value).toArray(String[]::new);
        ActivityConditions activity = new ActivityConditions(organization, window, now);
        return transactions
                .sql(organization)
                .select(COLUMNS)
                .from(withNames(
                        organization,
                        PATIENT.crossJoin(
                                lateral(agenda(organization, activity)).as(SHOWN.getName()))))
                .where(PATIENT.ORGANIZATION_ID.eq(organization.value()))
                .and(PATIENT.PATIENT_ID.eq(any(ids)))
                .fetch(JooqPatientVisits::visit);
    }

    /** A visit may be among the recent and have the notes, but comes once. */
    private static Select<Record> agenda(OrganizationId organization, ActivityConditions activity) {
        return qualifying(organization, activity.isRecent(VISIT_DETAIL.STARTS_AT))
                .orderBy(VISIT_DETAIL.STARTS_AT.desc(), VISIT_DETAIL.VISIT_ID.desc())
                .limit(Agenda.MOST)
                .union(qualifying(organization, activity.isUpcoming(VISIT_DETAIL.STARTS_AT))
                        .orderBy(VISIT_DETAIL.STARTS_AT, VISIT_DETAIL.VISIT_ID)
                        .limit(Agenda.MOST))
                .union(qualifying(
                                organization,
                                activity.isPast(VISIT_DETAIL.STARTS_AT).and(VISIT_DETAIL.NOTES.likeRegex("\\S")))
                        .orderBy(VISIT_DETAIL.STARTS_AT.desc(), VISIT_DETAIL.VISIT_ID.desc())
                        .limit(1));
    }

    private static SelectConditionStep<Record> qualifying(OrganizationId organization, Condition which) {
        return select(VISIT_DETAIL.fields())
                .from(VISIT_DETAIL)
                .where(VISIT_DETAIL.ORGANIZATION_ID.eq(organization.value()))
                .and(VISIT_DETAIL.PATIENT_ID.eq(PATIENT.PATIENT_ID))
                .and(VISIT_DETAIL.QUALIFIES)
                .and(which);
    }

    /** A patient without visits is one row without a visit. */
    @Override
    public Optional<List<Visit>> history(OrganizationId organization, PatientId patient) {
        Result<Record> found = transactions
                .sql(organization)
                .select(COLUMNS)
                .from(withNames(
                        organization,
                        PATIENT.leftJoin(SHOWN)
                                .on(SHOWN.ORGANIZATION_ID.eq(organization.value()))
                                .and(SHOWN.PATIENT_ID.eq(PATIENT.PATIENT_ID))))
                .where(PATIENT.ORGANIZATION_ID.eq(organization.value()))
                .and(PATIENT.PATIENT_ID.eq(patient.value()))
                .and(PATIENT.MERGED_INTO_ID.isNull())
                .fetch();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.stream()
                        .filter(row -> row.get(SHOWN.VISIT_ID) != null)
                        .map(JooqPatientVisits::visit)
                        .toList());
    }

    private static Table<Record> withNames(OrganizationId organization, Table<?> visits) {
        return visits.leftJoin(APPOINTMENT_TYPE)
                .on(APPOINTMENT_TYPE.ORGANIZATION_ID.eq(organization.value()))
                .and(APPOINTMENT_TYPE.APPOINTMENT_TYPE_ID.eq(SHOWN.APPOINTMENT_TYPE_ID))
                .leftJoin(PRACTITIONER)
                .on(PRACTITIONER.ORGANIZATION_ID.eq(organization.value()))
                .and(PRACTITIONER.PRACTITIONER_ID.eq(SHOWN.PRACTITIONER_ID))
                .leftJoin(LOCATION)
                .on(LOCATION.ORGANIZATION_ID.eq(organization.value()))
                .and(LOCATION.LOCATION_ID.eq(SHOWN.LOCATION_ID));
    }

    private static Visit visit(Record row) {
        return new Visit(
                new PatientId(row.get(SHOWN.PATIENT_ID)),
                new Appointment(
                        new AppointmentId(row.get(SHOWN.VISIT_ID)),
                        row.get(SHOWN.STARTS_AT),
                        Codes.parse(Standing.class, row.get(SHOWN.STANDING))),
                row.get(SHOWN.ENDS_AT),
                row.get(APPOINTMENT_TYPE.NAME),
                row.get(PRACTITIONER.NAME),
                row.get(LOCATION.NAME),
                row.get(SHOWN.NOTES));
    }

    /** One statement, so that patients and their visits are counted among the same rows. */
    @Override
    public ActivityFigures figures(OrganizationId organization, ActivityWindow window, Instant now) {
        ActivityConditions activity = new ActivityConditions(organization, window, now);
        Condition active = PATIENT.ORGANIZATION_ID
                .eq(organization.value())
                .and(PATIENT.ARCHIVED_AT.isNull())
                .and(PATIENT.MERGED_INTO_ID.isNull())
                .and(activity.active());
        Table<?> visits = select(
                        number(activity.isRecent(VISIT.STARTS_AT)).as("recent"),
                        number(activity.isUpcoming(VISIT.STARTS_AT)).as("upcoming"),
                        number(noCondition()).as("total"))
                .from(PATIENT)
                .join(VISIT)
                .on(VISIT.ORGANIZATION_ID.eq(organization.value()))
                .and(VISIT.PATIENT_ID.eq(PATIENT.PATIENT_ID))
                .and(VISIT.QUALIFIES)
                .where(active)
                .asTable("visits");
        Table<?> patients = select(
                        number(noCondition()).as("active"),
                        number(activity.recent()).as("with_recent"),
                        number(activity.upcoming()).as("with_upcoming"))
                .from(PATIENT)
                .where(active)
                .asTable("patients");
        return transactions
                .sql(organization)
                .select(
                        figure("patients", "active"),
                        figure("patients", "with_recent"),
                        figure("patients", "with_upcoming"),
                        figure("visits", "recent"),
                        figure("visits", "upcoming"),
                        figure("visits", "total"))
                .from(patients)
                .crossJoin(visits)
                .fetchSingle(Records.mapping(ActivityFigures::new));
    }

    private static Field<Long> number(Condition of) {
        return count().filterWhere(of).cast(SQLDataType.BIGINT);
    }

    private static Field<Long> figure(String of, String called) {
        return field(name(of, called), Long.class);
    }
}
