package io.routiq.application.sync;

import static java.util.Comparator.naturalOrder;

import io.routiq.application.InMemoryTransactions;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sync runs in memory. */
public final class InMemorySyncRuns implements SyncRuns {

    private static final Comparator<SyncRun> NEWEST_FIRST = Comparator.<SyncRun, Instant>comparing(
                    run -> run.order().requestedAt())
            .thenComparing(run -> run.id().value())
            .reversed();

    private final InMemoryTransactions.Table<SyncRunId, SyncRun> runs;

    public InMemorySyncRuns(InMemoryTransactions transactions) {
        runs = transactions.table();
    }

    @Override
    public Added add(OrganizationId organization, SyncRun.Queued run) {
        Optional<SyncRun.Active> active = active(organization);
        if (active.isPresent()) {
            return new Added.AlreadyActive(active.get().id());
        }
        runs.of(organization).put(run.id(), run);
        return new Added.Accepted();
    }

    @Override
    public Optional<SyncRun> find(OrganizationId organization, SyncRunId id) {
        return Optional.ofNullable(runs.of(organization).get(id));
    }

    /** Nobody else can change it anyway: transactions of one organization run one after the other. */
    @Override
    public Optional<SyncRun> lock(OrganizationId organization, SyncRunId id) {
        return find(organization, id);
    }

    @Override
    public Saved save(OrganizationId organization, SyncRun from, SyncRun to) {
        boolean asExpected = find(organization, from.id())
                .filter(stored -> stored.getClass() == from.getClass() && stored.fence() == from.fence())
                .isPresent();
        if (!asExpected) {
            return Saved.SUPERSEDED;
        }
        runs.of(organization).put(to.id(), to);
        return Saved.SAVED;
    }

    @Override
    public Optional<SyncRun.Active> active(OrganizationId organization) {
        return all(organization, SyncRun.Active.class).findFirst();
    }

    @Override
    public List<SyncRun> list(OrganizationId organization, Filter filter) {
        return all(organization, SyncRun.class)
                .filter(run -> filter.status().map(statusOf(run)::equals).orElse(true))
                .filter(run -> filter.mode().map(run.order().mode()::equals).orElse(true))
                .filter(run -> filter.before()
                        .flatMap(id -> find(organization, id))
                        .map(newer -> NEWEST_FIRST.compare(newer, run) < 0)
                        .orElse(true))
                .sorted(NEWEST_FIRST)
                .limit(filter.limit())
                .toList();
    }

    @Override
    public SyncStatistics statistics(OrganizationId organization) {
        List<SyncRun.Completed> completed =
                all(organization, SyncRun.Completed.class).toList();
        List<Double> seconds = completed.stream()
                .map(run -> SyncDuration.of(run).toNanos() / 1e9)
                .sorted()
                .toList();
        double spent = seconds.stream().mapToDouble(it -> it).sum();
        double read =
                completed.stream().mapToLong(run -> run.progress().fetched()).sum();
        return new SyncStatistics(
                all(organization, SyncRun.class).count(),
                completed.size(),
                all(organization, SyncRun.Failed.class).count(),
                all(organization, SyncRun.Cancelled.class).count(),
                seconds.isEmpty() ? 0 : spent / seconds.size(),
                percentile(seconds, 0.5),
                percentile(seconds, 0.95),
                spent == 0 ? 0 : read / spent,
                all(organization, SyncRun.class)
                        .map(run -> run.order().requestedAt())
                        .max(naturalOrder())
                        .orElse(null),
                completed.stream()
                        .map(SyncRun.Completed::finishedAt)
                        .max(naturalOrder())
                        .orElse(null));
    }

    private <R extends SyncRun> Stream<R> all(OrganizationId organization, Class<R> state) {
        return runs.of(organization).values().stream().filter(state::isInstance).map(state::cast);
    }

    private static Status statusOf(SyncRun run) {
        return switch (run) {
            case SyncRun.Active active -> Status.ACTIVE;
            case SyncRun.Completed completed -> Status.COMPLETED;
            case SyncRun.Failed failed -> Status.FAILED;
            case SyncRun.Cancelled cancelled -> Status.CANCELLED;
        };
    }

    /** Between the two nearest values where none stands exactly there. */
    private static double percentile(List<Double> sorted, double share) {
        if (sorted.isEmpty()) {
            return 0;
        }
        double rank = share * (sorted.size() - 1);
        double below = sorted.get((int) Math.floor(rank));
        double above = sorted.get((int) Math.ceil(rank));
        return below + (above - below) * (rank - Math.floor(rank));
    }
}
