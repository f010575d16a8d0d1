package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.APPOINTMENT_TYPE;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.VISIT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.routiq.application.patient.PatientSummary;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityStatus;
import io.routiq.domain.patient.Patient;
import io.routiq.domain.patient.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** What the lists show of a patient: columns for the rows of a page, once they are found, and the summary made of them. */
final class PatientSummaryRow {

    /** The name under which a statement knows the rows of its page. */
    static final io.routiq.adapter.persistence.jooq.tables.Patient PAGE = PATIENT.as("page");

    private static final List<Field<?>> PATIENT_COLUMNS = List.of(
            PAGE.PATIENT_ID,
            PAGE.FIRST_NAME,
            PAGE.LAST_NAME,
            PAGE.EMAIL,
            PAGE.PHONE,
            PAGE.ARCHIVED_AT,
            PAGE.MERGED_INTO_ID,
            PAGE.CREATED_AT,
            PAGE.UPDATED_AT);

    private static final Field<Integer> RECENT = field(name("visits", "recent"), Integer.class);
    private static final Field<Integer> UPCOMING = field(name("visits", "upcoming"), Integer.class);
    private static final Field<Integer> TOTAL = field(name("visits", "total"), Integer.class);
    private static final Field<Instant> FIRST = field(name("visits", "first"), SQLDataType.INSTANT);
    private static final Field<Instant> LAST = field(name("visits", "last"), SQLDataType.INSTANT);
    private static final Field<Instant> NEXT = field(name("visits", "next"), SQLDataType.INSTANT);
    private static final Field<String> NEXT_TYPE = field(name("next_type"), String.class);
    private static final Field<String> PRIMARY_TYPE = field(name("primary_type"), String.class);

    private PatientSummaryRow() {}

    /** All that {@link #summary} needs, from {@link #PAGE} and {@link #visits}. */
    static List<SelectField<?>> fields(OrganizationId organization, ActivityConditions activity) {
        List<SelectField<?>> fields = new ArrayList<>(PATIENT_COLUMNS);
        fields.addAll(List.of(RECENT, UPCOMING, TOTAL, FIRST, LAST, NEXT));
        fields.add(nextType(organization, activity).as(NEXT_TYPE));
        fields.add(primaryType(organization).as(PRIMARY_TYPE));
        return fields;
    }

    /** For each patient of the page, the figures of their visits. */
    static Table<?> visits(OrganizationId organization, ActivityConditions activity) {
        return lateral(select(
                                count().filterWhere(activity.isRecent(VISIT.STARTS_AT))
                                        .as(RECENT),
                                count().filterWhere(activity.isUpcoming(VISIT.STARTS_AT))
                                        .as(UPCOMING),
                                count().as(TOTAL),
                                min(VISIT.STARTS_AT).as(FIRST),
                                max(VISIT.STARTS_AT)
                                        .filterWhere(activity.isPast(VISIT.STARTS_AT))
                                        .as(LAST),
                                min(VISIT.STARTS_AT)
                                        .filterWhere(activity.isAhead(VISIT.STARTS_AT))
                                        .as(NEXT))
                        .from(VISIT)
                        .where(qualifying(organization)))
                .as("visits");
    }

    private static Field<String> nextType(OrganizationId organization, ActivityConditions activity) {
        return field(select(APPOINTMENT_TYPE.NAME)
                .from(VISIT)
                .leftJoin(APPOINTMENT_TYPE)
                .on(typeOfVisit(organization))
                .where(qualifying(organization))
                .and(activity.isAhead(VISIT.STARTS_AT))
                .orderBy(VISIT.STARTS_AT, VISIT.VISIT_ID)
                .limit(1));
    }

    private static Field<String> primaryType(OrganizationId organization) {
        return field(select(APPOINTMENT_TYPE.NAME)
                .from(VISIT)
                .join(APPOINTMENT_TYPE)
                .on(typeOfVisit(organization))
                .where(qualifying(organization))
                .groupBy(APPOINTMENT_TYPE.NAME)
                .orderBy(count().desc(), max(VISIT.STARTS_AT).desc(), APPOINTMENT_TYPE.NAME)
                .limit(1));
    }

    private static Condition qualifying(OrganizationId organization) {
        return VISIT.ORGANIZATION_ID
                .eq(organization.value())
                .and(VISIT.PATIENT_ID.eq(PAGE.PATIENT_ID))
                .and(VISIT.QUALIFIES);
    }

    private static Condition typeOfVisit(OrganizationId organization) {
        return APPOINTMENT_TYPE
                .ORGANIZATION_ID
                .eq(organization.value())
                .and(APPOINTMENT_TYPE.APPOINTMENT_TYPE_ID.eq(VISIT.APPOINTMENT_TYPE_ID));
    }

    static PatientSummary summary(Record row) {
        return new PatientSummary(
                patient(row),
                ActivityStatus.of(row.get(RECENT), row.get(UPCOMING)),
                row.get(RECENT),
                row.get(UPCOMING),
                row.get(TOTAL),
                row.get(FIRST),
                row.get(LAST),
                row.get(NEXT),
                row.get(NEXT_TYPE),
                row.get(PRIMARY_TYPE));
    }

    private static Patient patient(Record row) {
        String mergedInto = row.get(PAGE.MERGED_INTO_ID);
        return new Patient(
                new PatientId(row.get(PAGE.PATIENT_ID)),
                row.get(PAGE.FIRST_NAME),
                row.get(PAGE.LAST_NAME),
                row.get(PAGE.EMAIL),
                row.get(PAGE.PHONE),
                row.get(PAGE.ARCHIVED_AT),
                mergedInto == null ? null : new PatientId(mergedInto),
                row.get(PAGE.CREATED_AT),
                row.get(PAGE.UPDATED_AT));
    }
}
