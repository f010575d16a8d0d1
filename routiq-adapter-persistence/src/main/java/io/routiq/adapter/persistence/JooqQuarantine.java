package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.REJECTED_RECORD;
import static io.routiq.adapter.persistence.jooq.Tables.VISIT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.Quarantine;
import io.routiq.application.practice.RejectedRecord;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

final class JooqQuarantine implements Quarantine {

    private final JooqTransactions transactions;

    JooqQuarantine(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void setAside(
            OrganizationId organization, SyncStream stream, Collection<RejectedRecord> rejected, Instant at) {
        Map<String, String> reasons = rejected.stream()
                .collect(Collectors.toMap(RejectedRecord::id, RejectedRecord::reason, (one, other) -> other));
        setAside(transactions.sql(organization), organization, stream, reasons, at);
    }

    /** Keeps count of records by id, each with its reason. */
    static void setAside(
            DSLContext sql, OrganizationId organization, SyncStream stream, Map<String, String> reasons, Instant at) {
        if (reasons.isEmpty()) {
            return;
        }
        sql.insertInto(
                        REJECTED_RECORD,
                        REJECTED_RECORD.ORGANIZATION_ID,
                        REJECTED_RECORD.STREAM,
                        REJECTED_RECORD.RECORD_ID,
                        REJECTED_RECORD.REASON,
                        REJECTED_RECORD.FIRST_SEEN_AT,
                        REJECTED_RECORD.LAST_SEEN_AT,
                        REJECTED_RECORD.ATTEMPTS)
                .valuesOfRows(reasons.entrySet().stream()
                        .map(each ->
                                row(organization.value(), stream.code(), each.getKey(), each.getValue(), at, at, 1))
                        .toList())
                .onConflict(REJECTED_RECORD.ORGANIZATION_ID, REJECTED_RECORD.STREAM, REJECTED_RECORD.RECORD_ID)
                .doUpdate()
                .set(REJECTED_RECORD.REASON, excluded(REJECTED_RECORD.REASON))
                .set(REJECTED_RECORD.LAST_SEEN_AT, excluded(REJECTED_RECORD.LAST_SEEN_AT))
                .set(REJECTED_RECORD.ATTEMPTS, REJECTED_RECORD.ATTEMPTS.plus(1))
                .execute();
    }

    @Override
    public void askedInVain(OrganizationId organization, SyncStream stream, Collection<String> ids, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        transactions
                .sql(organization)
                .update(REJECTED_RECORD)
                .set(REJECTED_RECORD.LAST_SEEN_AT, at)
                .set(REJECTED_RECORD.ATTEMPTS, REJECTED_RECORD.ATTEMPTS.plus(1))
                .where(of(organization))
                .and(REJECTED_RECORD.STREAM.eq(stream.code()))
                .and(REJECTED_RECORD.RECORD_ID.eq(any(ids.toArray(String[]::new))))
                .execute();
    }

    @Override
    public List<String> toAskAgain(OrganizationId organization, SyncStream stream, int limit) {
        return transactions
                .sql(organization)
                .select(REJECTED_RECORD.RECORD_ID)
                .from(REJECTED_RECORD)
                .where(of(organization))
                .and(REJECTED_RECORD.STREAM.eq(stream.code()))
                .and(REJECTED_RECORD.RECORD_ID.ne(RejectedRecord.NO_ID))
                .orderBy(REJECTED_RECORD.LAST_SEEN_AT, REJECTED_RECORD.RECORD_ID)
                .limit(limit)
                .fetch(REJECTED_RECORD.RECORD_ID);
    }

    @Override
    public void forgetUnseen(OrganizationId organization, Collection<SyncStream> streams, Instant since) {
        transactions
                .sql(organization)
                .deleteFrom(REJECTED_RECORD)
                .where(of(organization))
                .and(REJECTED_RECORD.STREAM.eq(
                        any(streams.stream().map(SyncStream::code).toArray(String[]::new))))
                .and(REJECTED_RECORD.LAST_SEEN_AT.lt(since))
                .andNot(REJECTED_RECORD
                        .REASON
                        .eq(RejectedRecord.NOT_THERE)
                        .and(exists(selectOne()
                                .from(VISIT)
                                .where(VISIT.ORGANIZATION_ID.eq(organization.value()))
                                .and(VISIT.PATIENT_ID.eq(REJECTED_RECORD.RECORD_ID)))))
                .execute();
    }

    @Override
    public List<Held> list(OrganizationId organization, @Nullable Key after, int limit) {
        return transactions
                .sql(organization)
                .select(
                        REJECTED_RECORD.STREAM,
                        REJECTED_RECORD.RECORD_ID,
                        REJECTED_RECORD.REASON,
                        REJECTED_RECORD.FIRST_SEEN_AT,
                        REJECTED_RECORD.LAST_SEEN_AT,
                        REJECTED_RECORD.ATTEMPTS)
                .from(REJECTED_RECORD)
                .where(of(organization))
                .and(
                        after == null
                                ? noCondition()
                                : row(REJECTED_RECORD.STREAM, REJECTED_RECORD.RECORD_ID)
                                        .gt(after.stream().code(), after.recordId()))
                .orderBy(REJECTED_RECORD.STREAM, REJECTED_RECORD.RECORD_ID)
                .limit(limit)
                .fetch(found -> new Held(
                        new Key(Codes.parse(SyncStream.class, found.value1()), found.value2()),
                        found.value3(),
                        found.value4(),
                        found.value5(),
                        found.value6()));
    }

    @Override
    public long count(OrganizationId organization) {
        return transactions.sql(organization).fetchCount(REJECTED_RECORD, of(organization));
    }

    /** What has been stored is rejected no more. */
    static void release(DSLContext sql, OrganizationId organization, Collection<PracticeRecord> records) {
        sql.deleteFrom(REJECTED_RECORD)
                .where(of(organization))
                .and(RecordKeys.isOneOf(REJECTED_RECORD.STREAM, REJECTED_RECORD.RECORD_ID, records))
                .execute();
    }

    /** These are rejected no more. */
    static void release(DSLContext sql, OrganizationId organization, SyncStream stream, Collection<String> ids) {
        sql.deleteFrom(REJECTED_RECORD)
                .where(of(organization))
                .and(REJECTED_RECORD.STREAM.eq(stream.code()))
                .and(REJECTED_RECORD.RECORD_ID.eq(any(ids.toArray(String[]::new))))
                .execute();
    }

    private static Condition of(OrganizationId organization) {
        return REJECTED_RECORD.ORGANIZATION_ID.eq(organization.value());
    }
}
