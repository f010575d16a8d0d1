package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.PatientSummaryRow.PAGE;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import io.routiq.application.patient.PatientFilter;
import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientQuery.Position;
import io.routiq.application.patient.PatientStats;
import io.routiq.application.patient.PatientSummary;
import io.routiq.application.patient.Patients;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class JooqPatients implements Patients {

    private static final Field<Integer> PATIENTS_ON_ALL_PAGES = field(name("patients_on_all_pages"), Integer.class);

    private final JooqTransactions transactions;

    JooqPatients(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    /** One statement, so that page and count see the same rows; the count alone again where a page is empty. */
    @Override
    public PatientQuery.Page list(OrganizationId organization, PatientQuery query, Instant now) {
        DSLContext sql = transactions.sql(organization);
        ActivityConditions activity = new ActivityConditions(organization, query.window(), now);
        PatientOrder<?> order = PatientOrder.of(query, organization, activity);
        Condition matching = matching(organization, query.filter(), activity);
        Result<Record> found = sql.select(PatientSummaryRow.fields(organization, activity))
                .select(order.valueOfPage())
                .select(field(selectCount().from(PATIENT).where(matching)).as(PATIENTS_ON_ALL_PAGES))
                .from(page(query, order, matching))
                .crossJoin(PatientSummaryRow.visits(organization, activity))
                .orderBy(order.ofPage())
                .fetch();
        long total = found.isEmpty()
                ? countOf(sql, query, matching)
                : found.getFirst().get(PATIENTS_ON_ALL_PAGES);
        List<PatientSummary> patients = found.stream()
                .limit(query.limit())
                .map(PatientSummaryRow::summary)
                .toList();
        return new PatientQuery.Page(patients, total, next(query, order, now, found));
    }

    @Override
    public PatientStats stats(OrganizationId organization, ActivityWindow window, Instant now) {
        ActivityConditions activity = new ActivityConditions(organization, window, now);
        return transactions
                .sql(organization)
                .select(
                        number(noCondition()),
                        number(activity.active()),
                        number(activity.recent()),
                        number(activity.upcoming()))
                .from(PATIENT)
                .where(PATIENT.ORGANIZATION_ID.eq(organization.value()))
                .and(isListed(false))
                .fetchSingle(Records.mapping(PatientStats::new));
    }

    private static Field<Long> number(Condition of) {
        return count().filterWhere(of).cast(SQLDataType.BIGINT);
    }

    private static long countOf(DSLContext sql, PatientQuery query, Condition matching) {
        boolean firstPage = query.after().isEmpty() && query.page() == 1;
        return firstPage ? 0 : sql.fetchCount(PATIENT, matching);
    }

    /** Merged patients live on in their survivors. The words are those of the partial indexes. */
    static Condition isListed(boolean archivedToo) {
        Condition notMerged = PATIENT.MERGED_INTO_ID.isNull();
        return archivedToo ? notMerged : PATIENT.ARCHIVED_AT.isNull().and(notMerged);
    }

    private static Condition matching(OrganizationId organization, PatientFilter filter, ActivityConditions activity) {
        Condition all = PATIENT.ORGANIZATION_ID.eq(organization.value()).and(isListed(filter.includeArchived()));
        all = filter.activeOnly() ? all.and(activity.active()) : all;
        all = filter.statuses().isEmpty() ? all : all.and(activity.hasStatus(filter.statuses()));
        all = filter.minRecentAppointments() > 0 ? all.and(activity.hasRecent(filter.minRecentAppointments())) : all;
        return all.and(filter.hasUpcoming()
                        .map(wanted -> wanted
                                ? activity.upcoming()
                                : activity.upcoming().not())
                        .orElse(noCondition()))
                .and(filter.appointmentType().map(activity::hasVisitOfType).orElse(noCondition()))
                .and(filter.search().map(SearchCondition::isFoundBy).orElse(noCondition()));
    }

    /** One row more than asked for tells whether there is a next page. */
    private static Table<Record> page(PatientQuery query, PatientOrder<?> order, Condition matching) {
        Optional<Position> after = query.after();
        long skipped = after.isPresent() ? 0 : (query.page() - 1L) * query.limit();
        return select(PATIENT.fields())
                .select(order.key().as(order.valueOfPage()))
                .from(order.candidates(matching))
                .where(order.computed() ? noCondition() : matching)
                .and(after.map(order::isAfter).orElse(noCondition()))
                .orderBy(order.ofPatients())
                .limit(query.limit() + 1)
                .offset(skipped)
                .asTable(PAGE.getName());
    }

    private static Optional<Position> next(
            PatientQuery query, PatientOrder<?> order, Instant now, Result<Record> found) {
        if (found.size() <= query.limit()) {
            return Optional.empty();
        }
        Record last = found.get(query.limit() - 1);
        int page = query.after().map(position -> position.page() + 1).orElse(query.page());
        return Optional.of(new Position(now, page, order.text(last), last.get(PAGE.PATIENT_ID)));
    }
}
