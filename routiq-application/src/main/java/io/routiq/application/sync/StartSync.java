package io.routiq.application.sync;

import io.routiq.application.Transactions;
import io.routiq.application.connection.Connection;
import io.routiq.application.connection.Connections;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOption;
import io.routiq.domain.sync.SyncOrder;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncTrigger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Starts a run, unless one is active: the run and its job come into being in one transaction. */
public final class StartSync {

    private final Transactions transactions;
    private final Connections connections;
    private final SyncRuns runs;
    private final SyncJobs jobs;
    private final InstantSource clock;
    private final Supplier<String> suffixes;

    /** @param suffixes gives six random lower-case letters or digits for each run's id */
    public StartSync(
            Transactions transactions,
            Connections connections,
            SyncRuns runs,
            SyncJobs jobs,
            InstantSource clock,
            Supplier<String> suffixes) {
        this.transactions = transactions;
        this.connections = connections;
        this.runs = runs;
        this.jobs = jobs;
        this.clock = clock;
        this.suffixes = suffixes;
    }

    /**
     * What is asked for.
     *
     * @param mode how much to read, or empty for what the connection prefers
     * @param options what else
     */
    public record Request(Optional<SyncMode> mode, Set<SyncOption> options, SyncTrigger trigger) {

        /** A run of this mode without anything else. */
        public static Request of(SyncMode mode, SyncTrigger trigger) {
            return new Request(Optional.of(mode), Set.of(), trigger);
        }
    }

    /** Whether a run was started. */
    public sealed interface Outcome {
        /** It was; {@code estimate} is how long it will take, going by the last completed run of the same mode. */
        record Started(SyncRun.Queued run, Duration estimate) implements Outcome {}

        record AlreadyRunning(SyncRunId active) implements Outcome {}

        record NotConfigured() implements Outcome {}

        record SyncDisabled() implements Outcome {}
    }

    public Outcome start(OrganizationId organization, Request request) {
        return transactions.within(
                organization,
                () -> connections
                        .find(organization)
                        .map(connection -> start(organization, request, connection))
                        .orElseGet(Outcome.NotConfigured::new));
    }

    private Outcome start(OrganizationId organization, Request request, Connection connection) {
        if (!connection.settings().syncEnabled()) {
            return new Outcome.SyncDisabled();
        }
        SyncRun.Queued run = SyncRun.queued(
                order(organization, request, connection.settings().defaultMode()));
        return switch (runs.add(organization, run)) {
            case SyncRuns.Added.AlreadyActive already -> new Outcome.AlreadyRunning(already.active());
            case SyncRuns.Added.Accepted accepted -> {
                jobs.schedule(organization, run.id());
                yield new Outcome.Started(
                        run, estimate(organization, run.order().mode()));
            }
        };
    }

    private SyncOrder order(OrganizationId organization, Request request, SyncMode preferred) {
        var now = clock.instant();
        return new SyncOrder(
                SyncRunId.of(organization, now, suffixes.get()),
                organization,
                request.mode().orElse(preferred),
                request.trigger(),
                request.options(),
                now);
    }

    private Duration estimate(OrganizationId organization, SyncMode mode) {
        var lastOfThisMode =
                new SyncRuns.Filter(Optional.of(SyncRuns.Status.COMPLETED), Optional.of(mode), Optional.empty(), 1);
        return runs.list(organization, lastOfThisMode).stream()
                .findFirst()
                .map(SyncDuration::of)
                .orElse(firstEstimate(mode));
    }

    private static Duration firstEstimate(SyncMode mode) {
        return switch (mode) {
            case ACTIVE -> Duration.ofSeconds(15);
            case FULL, VERIFY -> Duration.ofMinutes(3);
            case INCREMENTAL -> Duration.ofSeconds(10);
        };
    }
}
