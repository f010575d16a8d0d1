package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.IDEMPOTENCY_KEY;
import static org.jooq.impl.DSL.excluded;

import io.routiq.application.idempotency.Claim;
import io.routiq.application.idempotency.IdempotencyKeys;
import io.routiq.application.idempotency.KeptAnswer;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

final class JooqIdempotencyKeys implements IdempotencyKeys {

    private final JooqTransactions transactions;

    JooqIdempotencyKeys(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    /** The claim in the way may be released between the refusal and the look at it: then there is room after all. */
    @Override
    public Optional<Held> claim(OrganizationId organization, Claim claim) {
        while (true) {
            if (insert(organization, claim) == 1) {
                return Optional.empty();
            }
            Optional<Held> inTheWay = find(organization, claim);
            if (inTheWay.isPresent()) {
                return inTheWay;
            }
        }
    }

    private int insert(OrganizationId organization, Claim claim) {
        Condition forgotten = IDEMPOTENCY_KEY.CLAIMED_AT.lt(claim.forgottenBefore());
        Condition abandoned =
                IDEMPOTENCY_KEY.STATUS.isNull().and(IDEMPOTENCY_KEY.CLAIMED_AT.lt(claim.abandonedBefore()));
        return transactions
                .sql(organization)
                .insertInto(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.ORGANIZATION_ID, organization.value())
                .set(IDEMPOTENCY_KEY.USER_ID, claim.userId())
                .set(IDEMPOTENCY_KEY.CLIENT_KEY, claim.key())
                .set(IDEMPOTENCY_KEY.REQUEST_HASH, claim.requestHash())
                .set(IDEMPOTENCY_KEY.CLAIMED_AT, claim.at())
                .onConflict(IDEMPOTENCY_KEY.ORGANIZATION_ID, IDEMPOTENCY_KEY.USER_ID, IDEMPOTENCY_KEY.CLIENT_KEY)
                .doUpdate()
                .set(IDEMPOTENCY_KEY.REQUEST_HASH, excluded(IDEMPOTENCY_KEY.REQUEST_HASH))
                .set(IDEMPOTENCY_KEY.CLAIMED_AT, excluded(IDEMPOTENCY_KEY.CLAIMED_AT))
                .setNull(IDEMPOTENCY_KEY.STATUS)
                .setNull(IDEMPOTENCY_KEY.CONTENT_TYPE)
                .setNull(IDEMPOTENCY_KEY.RESOURCE)
                .setNull(IDEMPOTENCY_KEY.BODY)
                .where(forgotten.or(abandoned))
                .execute();
    }

    private Optional<Held> find(OrganizationId organization, Claim claim) {
        return transactions
                .sql(organization)
                .select(IDEMPOTENCY_KEY.fields())
                .from(IDEMPOTENCY_KEY)
                .where(isOf(organization, claim))
                .fetchOptional(JooqIdempotencyKeys::held);
    }

    @Override
    public void keep(OrganizationId organization, Claim claim, KeptAnswer answer) {
        transactions
                .sql(organization)
                .update(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.STATUS, (short) answer.status())
                .set(IDEMPOTENCY_KEY.CONTENT_TYPE, answer.contentType())
                .set(IDEMPOTENCY_KEY.RESOURCE, answer.location())
                .set(IDEMPOTENCY_KEY.BODY, answer.body())
                .where(isOf(organization, claim))
                .and(IDEMPOTENCY_KEY.CLAIMED_AT.eq(claim.at()))
                .execute();
    }

    @Override
    public void release(OrganizationId organization, Claim claim) {
        transactions
                .sql(organization)
                .deleteFrom(IDEMPOTENCY_KEY)
                .where(isOf(organization, claim))
                .and(IDEMPOTENCY_KEY.CLAIMED_AT.eq(claim.at()))
                .execute();
    }

    @Override
    public void forget(OrganizationId organization, Instant before) {
        DSLContext sql = transactions.sql(organization);
        sql.deleteFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.ORGANIZATION_ID.eq(organization.value()))
                .and(IDEMPOTENCY_KEY.CLAIMED_AT.lt(before))
                .execute();
    }

    private static Condition isOf(OrganizationId organization, Claim claim) {
        return IDEMPOTENCY_KEY
                .ORGANIZATION_ID
                .eq(organization.value())
                .and(IDEMPOTENCY_KEY.USER_ID.eq(claim.userId()))
                .and(IDEMPOTENCY_KEY.CLIENT_KEY.eq(claim.key()));
    }

    private static Held held(Record row) {
        Short status = row.get(IDEMPOTENCY_KEY.STATUS);
        return new Held(
                row.get(IDEMPOTENCY_KEY.REQUEST_HASH),
                status == null
                        ? null
                        : new KeptAnswer(
                                status,
                                row.get(IDEMPOTENCY_KEY.CONTENT_TYPE),
                                row.get(IDEMPOTENCY_KEY.RESOURCE),
                                row.get(IDEMPOTENCY_KEY.BODY)));
    }
}
