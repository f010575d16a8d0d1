package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.VISIT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;

import io.routiq.application.dashboard.Visits;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.SQLDataType;

final class JooqVisits implements Visits {

    private final JooqTransactions transactions;

    JooqVisits(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Totals totals(OrganizationId organization, ActivityWindow window, Instant now) {
        ActivityConditions activity = new ActivityConditions(organization, window, now);
        return transactions
                .sql(organization)
                .select(
                        number(activity.isRecent(VISIT.STARTS_AT)),
                        number(activity.isUpcoming(VISIT.STARTS_AT)),
                        number(noCondition()))
                .from(VISIT)
                .join(PATIENT)
                .on(PATIENT.ORGANIZATION_ID.eq(organization.value()))
                .and(PATIENT.PATIENT_ID.eq(VISIT.PATIENT_ID))
                .where(VISIT.ORGANIZATION_ID.eq(organization.value()))
                .and(VISIT.QUALIFIES)
                .and(JooqPatients.isListed(false))
                .fetchSingle(Records.mapping(Totals::new));
    }

    private static Field<Long> number(Condition of) {
        return count().filterWhere(of).cast(SQLDataType.BIGINT);
    }
}
