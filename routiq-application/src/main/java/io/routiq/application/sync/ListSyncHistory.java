package io.routiq.application.sync;

import io.routiq.application.Transactions;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import java.util.List;
import java.util.Optional;

/** Lists the organization's runs, newest first, with figures over all of them. */
public final class ListSyncHistory {

    private final Transactions transactions;
    private final SyncRuns runs;

    public ListSyncHistory(Transactions transactions, SyncRuns runs) {
        this.transactions = transactions;
        this.runs = runs;
    }

    /**
     * A page of history.
     *
     * @param statistics over all runs, whatever the filter
     * @param next the filter's {@code before} for the next page, or empty at the end
     */
    public record History(SyncStatistics statistics, List<SyncRun> runs, Optional<SyncRunId> next) {
        public History {
            runs = List.copyOf(runs);
        }
    }

    public History list(OrganizationId organization, SyncRuns.Filter filter) {
        var oneMore = new SyncRuns.Filter(filter.status(), filter.mode(), filter.before(), filter.limit() + 1);
        return transactions.reading(organization, () -> {
            List<SyncRun> found = runs.list(organization, oneMore);
            List<SyncRun> page = found.stream().limit(filter.limit()).toList();
            Optional<SyncRunId> next =
                    found.size() > page.size() ? Optional.of(page.getLast().id()) : Optional.empty();
            return new History(runs.statistics(organization), page, next);
        });
    }
}
