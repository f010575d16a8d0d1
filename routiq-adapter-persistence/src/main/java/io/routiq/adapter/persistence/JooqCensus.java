package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.ABSENT_RECORD;
import static io.routiq.adapter.persistence.jooq.Tables.CENSUS_PAGE;
import static io.routiq.adapter.persistence.jooq.Tables.CENSUS_READER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.routiq.application.practice.Census;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

final class JooqCensus implements Census {

    private static final Field<String> MET_ID = field(name("met", "record_id"), String.class);

    private final JooqTransactions transactions;

    JooqCensus(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void meet(
            OrganizationId organization, SyncRunId run, SyncStream stream, Collection<String> ids, boolean whole) {
        String[] all = ids.toArray(String[]::new);
        var sql = transactions.sql(organization);
        sql.insertInto(CENSUS_PAGE)
                .set(CENSUS_PAGE.ORGANIZATION_ID, organization.value())
                .set(CENSUS_PAGE.SYNC_RUN_ID, run.value())
                .set(CENSUS_PAGE.STREAM, stream.code())
                .set(CENSUS_PAGE.RECORD_IDS, all)
                .set(CENSUS_PAGE.WHOLE, whole)
                .execute();
        forget(sql, organization, stream, all);
    }

    @Override
    public boolean isWhole(OrganizationId organization, SyncRunId run, SyncStream stream) {
        return !transactions
                .sql(organization)
                .fetchExists(
                        CENSUS_PAGE,
                        ofRun(organization, run),
                        CENSUS_PAGE.STREAM.eq(stream.code()),
                        CENSUS_PAGE.WHOLE.isFalse());
    }

    /** Joined from a list without doubles, because a record may be met twice. */
    @Override
    public Count count(OrganizationId organization, SyncRunId run, SyncStream stream) {
        CopyTable<?> held = CopyTables.of(stream);
        return transactions
                .sql(organization)
                .select(DSL.count(), DSL.count().filterWhere(MET_ID.isNull()))
                .from(held.table())
                .leftJoin(met(organization, run, stream))
                .on(MET_ID.eq(held.id()))
                .where(held.isOf(organization))
                .fetchSingle(counted -> new Count(counted.value1(), counted.value2()));
    }

    @Override
    public List<String> toAskFor(OrganizationId organization, SyncRunId run, SyncStream stream) {
        CopyTable<?> held = CopyTables.of(stream);
        return transactions
                .sql(organization)
                .select(held.id())
                .from(held.table())
                .where(held.isOf(organization))
                .and(notExists(selectOne().from(met(organization, run, stream)).where(MET_ID.eq(held.id()))))
                .and(notExists(selectOne()
                        .from(ABSENT_RECORD)
                        .where(isAbsent(organization, stream))
                        .and(ABSENT_RECORD.RECORD_ID.eq(held.id()))
                        .and(ABSENT_RECORD.LATEST_RUN_ID.eq(run.value()))))
                .orderBy(held.id())
                .fetch(held.id());
    }

    private static Table<?> met(OrganizationId organization, SyncRunId run, SyncStream stream) {
        Select<Record1<String>> ids = selectDistinct(field("unnest({0})", String.class, CENSUS_PAGE.RECORD_IDS))
                .from(CENSUS_PAGE)
                .where(ofRun(organization, run))
                .and(CENSUS_PAGE.STREAM.eq(stream.code()));
        return ids.asTable("met", "record_id");
    }

    @Override
    public void absent(OrganizationId organization, SyncRunId run, SyncStream stream, Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        CopyTable<?> held = CopyTables.of(stream);
        transactions
                .sql(organization)
                .insertInto(
                        ABSENT_RECORD,
                        ABSENT_RECORD.ORGANIZATION_ID,
                        ABSENT_RECORD.STREAM,
                        ABSENT_RECORD.RECORD_ID,
                        ABSENT_RECORD.FIRST_RUN_ID,
                        ABSENT_RECORD.LATEST_RUN_ID)
                .select(select(
                                val(organization.value()),
                                val(stream.code()),
                                held.id(),
                                val(run.value()),
                                val(run.value()))
                        .from(held.table())
                        .where(held.isOf(organization))
                        .and(held.id().eq(any(ids.toArray(String[]::new)))))
                .onConflict(ABSENT_RECORD.ORGANIZATION_ID, ABSENT_RECORD.STREAM, ABSENT_RECORD.RECORD_ID)
                .doUpdate()
                .set(ABSENT_RECORD.LATEST_RUN_ID, excluded(ABSENT_RECORD.LATEST_RUN_ID))
                .execute();
    }

    @Override
    public List<Absence> absences(OrganizationId organization, SyncRunId run, SyncStream stream) {
        return transactions
                .sql(organization)
                .select(ABSENT_RECORD.RECORD_ID, ABSENT_RECORD.FIRST_RUN_ID.ne(run.value()))
                .from(ABSENT_RECORD)
                .where(isAbsent(organization, stream))
                .and(ABSENT_RECORD.LATEST_RUN_ID.eq(run.value()))
                .orderBy(ABSENT_RECORD.RECORD_ID)
                .fetch(found -> new Absence(found.value1(), found.value2()));
    }

    @Override
    public void close(OrganizationId organization) {
        transactions
                .sql(organization)
                .deleteFrom(CENSUS_PAGE)
                .where(CENSUS_PAGE.ORGANIZATION_ID.eq(organization.value()))
                .execute();
    }

    @Override
    public Optional<String> reader(OrganizationId organization) {
        return transactions
                .sql(organization)
                .select(CENSUS_READER.READER)
                .from(CENSUS_READER)
                .where(CENSUS_READER.ORGANIZATION_ID.eq(organization.value()))
                .fetchOptional(CENSUS_READER.READER);
    }

    @Override
    public void trust(OrganizationId organization, String reader) {
        transactions
                .sql(organization)
                .insertInto(CENSUS_READER)
                .set(CENSUS_READER.ORGANIZATION_ID, organization.value())
                .set(CENSUS_READER.READER, reader)
                .onConflict(CENSUS_READER.ORGANIZATION_ID)
                .doUpdate()
                .set(CENSUS_READER.READER, excluded(CENSUS_READER.READER))
                .where(CENSUS_READER.READER.ne(excluded(CENSUS_READER.READER)))
                .execute();
    }

    /** What has been stored is absent no more. */
    static void forget(DSLContext sql, OrganizationId organization, Collection<PracticeRecord> records) {
        sql.deleteFrom(ABSENT_RECORD)
                .where(ABSENT_RECORD.ORGANIZATION_ID.eq(organization.value()))
                .and(RecordKeys.isOneOf(ABSENT_RECORD.STREAM, ABSENT_RECORD.RECORD_ID, records))
                .execute();
    }

    /** These are absent no more: they were met, or are not in the copy any more. */
    static void forget(DSLContext sql, OrganizationId organization, SyncStream stream, String[] ids) {
        sql.deleteFrom(ABSENT_RECORD)
                .where(isAbsent(organization, stream))
                .and(ABSENT_RECORD.RECORD_ID.eq(any(ids)))
                .execute();
    }

    private static Condition ofRun(OrganizationId organization, SyncRunId run) {
        return CENSUS_PAGE.ORGANIZATION_ID.eq(organization.value()).and(CENSUS_PAGE.SYNC_RUN_ID.eq(run.value()));
    }

    private static Condition isAbsent(OrganizationId organization, SyncStream stream) {
        return ABSENT_RECORD.ORGANIZATION_ID.eq(organization.value()).and(ABSENT_RECORD.STREAM.eq(stream.code()));
    }
}
