package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.SYNC_RUN;
import static io.routiq.adapter.persistence.jooq.Tables.SYNC_RUN_STREAM;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.routiq.adapter.persistence.SyncRunRow.State;
import io.routiq.application.sync.SyncRuns;
import io.routiq.application.sync.SyncStatistics;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.SQLDataType;

final class JooqSyncRuns implements SyncRuns {

    /** Written into the statement as it stands, because the partial index is found by its words. */
    private static final Condition IS_ACTIVE =
            SYNC_RUN.STATUS.in(inline(State.QUEUED.code()), inline(State.RUNNING.code()));

    private final JooqTransactions transactions;

    JooqSyncRuns(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    /** The run in the way may end between the refusal and the look at it: then there is room after all. */
    @Override
    public Added add(OrganizationId organization, SyncRun.Queued run) {
        while (true) {
            if (insert(organization, run)) {
                return new Added.Accepted();
            }
            Optional<SyncRun.Active> inTheWay = active(organization);
            if (inTheWay.isPresent()) {
                return new Added.AlreadyActive(inTheWay.get().id());
            }
        }
    }

    private boolean insert(OrganizationId organization, SyncRun.Queued run) {
        DSLContext sql = transactions.sql(organization);
        int added = sql.insertInto(SYNC_RUN)
                .set(SyncRunRow.order(run.order()))
                .set(SyncRunRow.state(run))
                .onConflict(SYNC_RUN.ORGANIZATION_ID)
                .where(IS_ACTIVE)
                .doNothing()
                .execute();
        if (added == 1) {
            SyncRunStreamRows.save(sql, organization, run);
        }
        return added == 1;
    }

    @Override
    public Optional<SyncRun> find(OrganizationId organization, SyncRunId id) {
        return runs(organization).and(SYNC_RUN.SYNC_RUN_ID.eq(id.value())).fetchOptional(SyncRunRow::run);
    }

    /** Looks once the row is held: a statement that has to wait for it shows the streams as they were before. */
    @Override
    public Optional<SyncRun> lock(OrganizationId organization, SyncRunId id) {
        transactions
                .sql(organization)
                .select(SYNC_RUN.SYNC_RUN_ID)
                .from(SYNC_RUN)
                .where(SYNC_RUN.ORGANIZATION_ID.eq(organization.value()))
                .and(SYNC_RUN.SYNC_RUN_ID.eq(id.value()))
                .forUpdate()
                .fetch();
        return find(organization, id);
    }

    /** The update waits for whoever holds the row and then looks at it anew, so the fence is compared with what is true. */
    @Override
    public Saved save(OrganizationId organization, SyncRun from, SyncRun to) {
        DSLContext sql = transactions.sql(organization);
        int saved = sql.update(SYNC_RUN)
                .set(SyncRunRow.state(to))
                .where(SYNC_RUN.ORGANIZATION_ID.eq(organization.value()))
                .and(SYNC_RUN.SYNC_RUN_ID.eq(from.id().value()))
                .and(SYNC_RUN.STATUS.eq(State.of(from).code()))
                .and(SYNC_RUN.FENCE.eq(from.fence()))
                .execute();
        if (saved == 0) {
            return Saved.SUPERSEDED;
        }
        SyncRunStreamRows.save(sql, organization, to);
        return Saved.SAVED;
    }

    @Override
    public Optional<SyncRun.Active> active(OrganizationId organization) {
        return runs(organization).and(IS_ACTIVE).fetchOptional(SyncRunRow::run).map(SyncRun.Active.class::cast);
    }

    @Override
    public List<SyncRun> list(OrganizationId organization, Filter filter) {
        return runs(organization)
                .and(filter.status().map(JooqSyncRuns::hasStatus).orElse(noCondition()))
                .and(filter.mode().map(mode -> SYNC_RUN.MODE.eq(mode.code())).orElse(noCondition()))
                .and(filter.before().map(id -> isBefore(organization, id)).orElse(noCondition()))
                .orderBy(SYNC_RUN.REQUESTED_AT.desc(), SYNC_RUN.SERIAL.desc())
                .limit(filter.limit())
                .fetch(SyncRunRow::run);
    }

    @Override
    public SyncStatistics statistics(OrganizationId organization) {
        Field<Double> seconds =
                field("extract(epoch from {0} - {1})", SQLDataType.DOUBLE, SYNC_RUN.FINISHED_AT, SYNC_RUN.REQUESTED_AT);
        Field<Long> records = field(select(sum(SYNC_RUN_STREAM.FETCHED).cast(SQLDataType.BIGINT))
                .from(SYNC_RUN_STREAM)
                .where(SYNC_RUN_STREAM.ORGANIZATION_ID.eq(organization.value()))
                .and(SYNC_RUN_STREAM.SYNC_RUN_ID.eq(SYNC_RUN.SYNC_RUN_ID)));
        Condition completed = hasStatus(SyncRuns.Status.COMPLETED);
        Field<Double> none = inline(0.0);
        return transactions
                .sql(organization)
                .select(
                        count().cast(SQLDataType.BIGINT),
                        count().filterWhere(completed).cast(SQLDataType.BIGINT),
                        count().filterWhere(hasStatus(SyncRuns.Status.FAILED)).cast(SQLDataType.BIGINT),
                        count().filterWhere(hasStatus(SyncRuns.Status.CANCELLED))
                                .cast(SQLDataType.BIGINT),
                        coalesce(avg(seconds).filterWhere(completed).cast(SQLDataType.DOUBLE), none),
                        coalesce(percentile(seconds, completed, 0.5), none),
                        coalesce(percentile(seconds, completed, 0.95), none),
                        coalesce(
                                sum(records)
                                        .filterWhere(completed)
                                        .cast(SQLDataType.DOUBLE)
                                        .div(nullif(
                                                sum(seconds)
                                                        .filterWhere(completed)
                                                        .cast(SQLDataType.DOUBLE),
                                                none)),
                                none),
                        max(SYNC_RUN.REQUESTED_AT),
                        max(SYNC_RUN.FINISHED_AT).filterWhere(completed))
                .from(SYNC_RUN)
                .where(SYNC_RUN.ORGANIZATION_ID.eq(organization.value()))
                .fetchSingle(org.jooq.Records.mapping(SyncStatistics::new));
    }

    private static Field<Double> percentile(Field<Double> value, Condition of, double fraction) {
        return percentileCont(inline(fraction))
                .withinGroupOrderBy(value)
                .filterWhere(of)
                .cast(SQLDataType.DOUBLE);
    }

    private SelectConditionStep<Record> runs(OrganizationId organization) {
        return transactions
                .sql(organization)
                .select(SyncRunRow.fields(organization))
                .from(SYNC_RUN)
                .where(SYNC_RUN.ORGANIZATION_ID.eq(organization.value()));
    }

    private static Condition hasStatus(SyncRuns.Status status) {
        return switch (status) {
            case ACTIVE -> IS_ACTIVE;
            case COMPLETED -> SYNC_RUN.STATUS.eq(State.COMPLETED.code());
            case FAILED -> SYNC_RUN.STATUS.eq(State.FAILED.code());
            case CANCELLED -> SYNC_RUN.STATUS.eq(State.CANCELLED.code());
        };
    }

    private static Condition isBefore(OrganizationId organization, SyncRunId id) {
        var other = SYNC_RUN.as("other");
        return row(SYNC_RUN.REQUESTED_AT, SYNC_RUN.SERIAL)
                .lt(select(other.REQUESTED_AT, other.SERIAL)
                        .from(other)
                        .where(other.ORGANIZATION_ID.eq(organization.value()))
                        .and(other.SYNC_RUN_ID.eq(id.value())));
    }
}
