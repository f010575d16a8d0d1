package io.routiq.application.idempotency;

import io.routiq.application.InMemoryTransactions;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys in memory. */
public final class InMemoryIdempotencyKeys implements IdempotencyKeys {

    private final InMemoryTransactions.Table<Name, Row> rows;

    public InMemoryIdempotencyKeys(InMemoryTransactions transactions) {
        rows = transactions.table();
    }

    private record Name(String userId, String key) {
        static Name of(Claim claim) {
            return new Name(claim.userId(), claim.key());
        }
    }

    private record Row(Claim claim, @Nullable KeptAnswer answer) {}

    @Override
    public Optional<Held> claim(OrganizationId organization, Claim claim) {
        Row row = rows.of(organization).get(Name.of(claim));
        if (row != null && !isOver(row, claim)) {
            return Optional.of(new Held(row.claim().requestHash(), row.answer()));
        }
        rows.of(organization).put(Name.of(claim), new Row(claim, null));
        return Optional.empty();
    }

    private static boolean isOver(Row row, Claim claim) {
        Instant at = row.claim().at();
        return at.isBefore(claim.forgottenBefore()) || (row.answer() == null && at.isBefore(claim.abandonedBefore()));
    }

    @Override
    public void keep(OrganizationId organization, Claim claim, KeptAnswer answer) {
        rows.of(organization)
                .computeIfPresent(
                        Name.of(claim),
                        (name, row) -> row.claim().at().equals(claim.at()) ? new Row(claim, answer) : row);
    }

    @Override
    public void release(OrganizationId organization, Claim claim) {
        rows.of(organization)
                .computeIfPresent(
                        Name.of(claim), (name, row) -> row.claim().at().equals(claim.at()) ? null : row);
    }

    @Override
    public void forget(OrganizationId organization, Instant before) {
        rows.of(organization).values().removeIf(row -> row.claim().at().isBefore(before));
    }
}
