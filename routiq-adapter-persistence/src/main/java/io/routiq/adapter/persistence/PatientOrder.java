package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.PatientSummaryRow.PAGE;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.VISIT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientQuery.Position;
import io.routiq.application.patient.PatientSort;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An order of patients, and where a page of it goes on after a position: the value first, the patient's id on a tie.
 *
 * @param value what patients are ordered by; those without one come last
 * @param computed true if the value is worked out of a patient's visits, and no column or index has it
 * @param nullable true if the value may be missing
 * @param gaps true if it may be missing of one of the patients in question
 * @param parse turns a position's text back into a value
 */
record PatientOrder<T>(
        Field<T> value,
        boolean descending,
        boolean computed,
        boolean nullable,
        boolean gaps,
        Function<String, T> parse) {

    private static final String VALUE = "sort_value";

    static PatientOrder<?> of(PatientQuery query, OrganizationId organization, ActivityConditions activity) {
        PatientSort sort = query.sort();
        boolean descending = sort.descending();
        return switch (sort.key()) {
            case NAME -> new PatientOrder<>(name(descending), descending, false, false, false, Function.identity());
            case CREATED -> new PatientOrder<>(PATIENT.CREATED_AT, descending, false, false, false, Instant::parse);
            case LAST_ACTIVITY -> {
                boolean gaps = !query.filter().activeOnly();
                yield new PatientOrder<>(PATIENT.LATEST_APPOINTMENT_AT, descending, false, true, gaps, Instant::parse);
            }
            case LAST_APPOINTMENT ->
                new PatientOrder<>(
                        lastAppointment(organization, activity), descending, true, true, true, Instant::parse);
            case NEXT_APPOINTMENT ->
                new PatientOrder<>(
                        nextAppointment(organization, activity), descending, true, true, true, Instant::parse);
        };
    }

    /** This order among all patients. */
    List<SortField<?>> ofPatients() {
        return by(key(), PATIENT.PATIENT_ID);
    }

    /** The same order among the rows of a page. */
    List<SortField<?>> ofPage() {
        return by(valueOfPage(), PAGE.PATIENT_ID);
    }

    private List<SortField<?>> by(Field<T> first, Field<String> second) {
        SortField<T> sorted = descending ? first.desc() : first.asc();
        return List.of(nullable ? sorted.nullsLast() : sorted, second.asc());
    }

    /** What lies after the position. The first comparison alone bounds the part of an index that is walked. */
    Condition isAfter(Position position) {
        String text = position.sortValue();
        Field<T> key = key();
        Condition largerId = PATIENT.PATIENT_ID.gt(position.patientId());
        if (text == null) {
            return key.isNull().and(largerId);
        }
        T last = parse.apply(text);
        Condition beyond = descending ? key.lt(last) : key.gt(last);
        Condition notBefore = descending ? key.le(last) : key.ge(last);
        Condition after = notBefore.and(beyond.or(largerId));
        return gaps ? after.or(key.isNull()) : after;
    }

    /**
     * The patients in question as rows to order. Where the value is computed they carry it; an offset, even of none, keeps
     * PostgreSQL from working it out anew wherever it is compared.
     */
    Table<?> candidates(Condition matching) {
        return computed
                ? select(PATIENT.fields())
                        .select(value.as(VALUE))
                        .from(PATIENT)
                        .where(matching)
                        .offset(inline(0))
                        .asTable(PATIENT.getName())
                : PATIENT;
    }

    /** The value among the candidates. */
    Field<T> key() {
        return computed ? field(DSL.name(PATIENT.getName(), VALUE), value.getDataType()) : value;
    }

    /** The value as the rows of a page carry it. */
    Field<T> valueOfPage() {
        return field(DSL.name(PAGE.getName(), VALUE), value.getDataType());
    }

    /** The value of a row of a page, for a position. */
    @Nullable
    String text(Record row) {
        T found = row.get(valueOfPage());
        return found == null ? null : found.toString();
    }

    /** The column puts the nameless last in ascending order; the other way round nothing does. An index has the same words. */
    private static Field<String> name(boolean descending) {
        return descending
                ? when(PATIENT.SORT_NAME.eq(inline(SearchText.NAMELESS)), inline(""))
                        .otherwise(PATIENT.SORT_NAME)
                : PATIENT.SORT_NAME;
    }

    private static Field<Instant> lastAppointment(OrganizationId organization, ActivityConditions activity) {
        return when(activity.isPast(PATIENT.LATEST_APPOINTMENT_AT), PATIENT.LATEST_APPOINTMENT_AT)
                .otherwise(field(select(max(VISIT.STARTS_AT))
                        .from(VISIT)
                        .where(qualifying(organization))
                        .and(activity.isPast(VISIT.STARTS_AT))));
    }

    private static Field<Instant> nextAppointment(OrganizationId organization, ActivityConditions activity) {
        return when(
                activity.isAhead(PATIENT.LATEST_APPOINTMENT_AT),
                field(select(min(VISIT.STARTS_AT))
                        .from(VISIT)
                        .where(qualifying(organization))
                        .and(activity.isAhead(VISIT.STARTS_AT))));
    }

    private static Condition qualifying(OrganizationId organization) {
        return VISIT.ORGANIZATION_ID
                .eq(organization.value())
                .and(VISIT.PATIENT_ID.eq(PATIENT.PATIENT_ID))
                .and(VISIT.QUALIFIES);
    }
}
