package io.routiq.application.sync;

import io.routiq.application.Transactions;
import io.routiq.application.practice.Quarantine;
import io.routiq.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/** Lists the records that could not be understood, page by page. */
public final class ListQuarantine {

    private final Transactions transactions;
    private final Quarantine quarantine;

    public ListQuarantine(Transactions transactions, Quarantine quarantine) {
        this.transactions = transactions;
        this.quarantine = quarantine;
    }

    /**
     * A page.
     *
     * @param total over all pages
     * @param next where the next page goes on, or empty at the end
     */
    public record Page(long total, List<Quarantine.Held> records, Optional<Quarantine.Key> next) {
        public Page {
            records = List.copyOf(records);
        }
    }

    public Page list(OrganizationId organization, Optional<Quarantine.Key> after, int limit) {
        return transactions.reading(organization, () -> {
            List<Quarantine.Held> found = quarantine.list(organization, after.orElse(null), limit + 1);
            List<Quarantine.Held> page = found.stream().limit(limit).toList();
            return new Page(
                    quarantine.count(organization),
                    page,
                    found.size() > page.size() ? Optional.of(page.getLast().key()) : Optional.empty());
        });
    }
}
