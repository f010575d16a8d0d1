package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.APPOINTMENT_TYPE;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.VISIT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import io.routiq.application.patient.AppointmentTypes;
import io.routiq.application.patient.TypeStatistics;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Statistics by one statement, so that all figures are of the same rows. */
final class JooqAppointmentTypes implements AppointmentTypes {

    private static final Field<Long> ACTIVE = field(name("everybody", "active"), SQLDataType.BIGINT);
    private static final Field<String> KEY = field(name("types", "key"), SQLDataType.CLOB);
    private static final Field<String> NAME = field(name("types", "name"), SQLDataType.CLOB);
    private static final Field<Long> PATIENTS = field(name("types", "patients"), SQLDataType.BIGINT);
    private static final Field<Long> RECENT = field(name("types", "recent"), SQLDataType.BIGINT);
    private static final Field<Long> UPCOMING = field(name("types", "upcoming"), SQLDataType.BIGINT);
    private static final Field<Long> VISITS = field(name("types", "visits"), SQLDataType.BIGINT);
    private static final Field<Instant> EARLIEST = field(name("types", "earliest"), SQLDataType.INSTANT);
    private static final Field<Instant> LATEST = field(name("types", "latest"), SQLDataType.INSTANT);

    private final JooqTransactions transactions;

    JooqAppointmentTypes(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public TypeStatistics statistics(OrganizationId organization, ActivityWindow window, Instant now) {
        ActivityConditions activity = new ActivityConditions(organization, window, now);
        Result<Record> found = transactions
                .sql(organization)
                .select(List.of(ACTIVE, NAME, PATIENTS, RECENT, UPCOMING, VISITS, EARLIEST, LATEST))
                .from(everybody(organization, activity))
                .leftJoin(types(organization, activity))
                .on(trueCondition())
                .orderBy(PATIENTS.desc(), KEY)
                .fetch();
        return new TypeStatistics(
                found.stream()
                        .filter(row -> row.get(NAME) != null)
                        .map(JooqAppointmentTypes::type)
                        .toList(),
                found.getFirst().get(ACTIVE));
    }

    /** One row, whether there are types or not. */
    private static Table<?> everybody(OrganizationId organization, ActivityConditions activity) {
        return select(count().cast(SQLDataType.BIGINT).as(ACTIVE))
                .from(PATIENT)
                .where(listed(organization))
                .and(activity.active())
                .asTable("everybody");
    }

    private static Table<?> types(OrganizationId organization, ActivityConditions activity) {
        Condition recent = activity.isRecent(VISIT.STARTS_AT);
        Condition upcoming = activity.isUpcoming(VISIT.STARTS_AT);
        return select(
                        APPOINTMENT_TYPE.NAME_KEY.as(KEY),
                        min(APPOINTMENT_TYPE.NAME.collate("C")).as(NAME),
                        countDistinct(VISIT.PATIENT_ID).cast(SQLDataType.BIGINT).as(PATIENTS),
                        countDistinct(VISIT.PATIENT_ID)
                                .filterWhere(recent)
                                .cast(SQLDataType.BIGINT)
                                .as(RECENT),
                        countDistinct(VISIT.PATIENT_ID)
                                .filterWhere(upcoming)
                                .cast(SQLDataType.BIGINT)
                                .as(UPCOMING),
                        count().cast(SQLDataType.BIGINT).as(VISITS),
                        min(VISIT.STARTS_AT).filterWhere(upcoming).as(EARLIEST),
                        max(VISIT.STARTS_AT).filterWhere(upcoming).as(LATEST))
                .from(VISIT)
                .join(APPOINTMENT_TYPE)
                .on(APPOINTMENT_TYPE.ORGANIZATION_ID.eq(organization.value()))
                .and(APPOINTMENT_TYPE.APPOINTMENT_TYPE_ID.eq(VISIT.APPOINTMENT_TYPE_ID))
                .join(PATIENT)
                .on(listed(organization))
                .and(PATIENT.PATIENT_ID.eq(VISIT.PATIENT_ID))
                .where(VISIT.ORGANIZATION_ID.eq(organization.value()))
                .and(VISIT.QUALIFIES)
                .and(activity.inWindow())
                .groupBy(APPOINTMENT_TYPE.NAME_KEY)
                .asTable("types");
    }

    private static Condition listed(OrganizationId organization) {
        return PATIENT.ORGANIZATION_ID.eq(organization.value()).and(JooqPatients.isListed(false));
    }

    private static TypeStatistics.Type type(Record row) {
        return new TypeStatistics.Type(
                row.get(NAME),
                row.get(PATIENTS),
                row.get(RECENT),
                row.get(UPCOMING),
                row.get(VISITS),
                row.get(EARLIEST),
                row.get(LATEST));
    }
}
