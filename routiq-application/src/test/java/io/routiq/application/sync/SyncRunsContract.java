package io.routiq.application.sync;

import static io.routiq.application.sync.SampleRuns.NOW;
import static io.routiq.application.sync.SampleRuns.eventful;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Organizations;
import io.routiq.application.Transactions;
import io.routiq.application.sync.SyncRuns.Added;
import io.routiq.application.sync.SyncRuns.Saved;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOption;
import io.routiq.domain.sync.SyncOrder;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncTrigger;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link SyncRuns} promise of single runs; {@link SyncHistoryContract} has the lists. */
public abstract class SyncRunsContract {

    private final OrganizationId ours = Organizations.fresh();
    private final OrganizationId theirs = Organizations.fresh();
    private final SampleRuns samples = new SampleRuns(ours);

    protected abstract Transactions transactions();

    protected abstract SyncRuns runs();

    @Test
    void hasNothingAtFirst() {
        assertThat(active(ours)).isEmpty();
        assertThat(find(ours, samples.queued().id())).isEmpty();
        assertThat(within(ours, () -> runs().lock(ours, samples.queued().id()))).isEmpty();
    }

    @Test
    void findsAnAddedRunAsItIs() {
        SyncRunId id = SyncRunId.of(ours, NOW, "abc123");
        SyncRun.Queued run = SyncRun.queued(new SyncOrder(
                id, ours, SyncMode.INCREMENTAL, SyncTrigger.SCHEDULED, EnumSet.allOf(SyncOption.class), NOW));

        assertThat(add(ours, run)).isEqualTo(new Added.Accepted());

        assertThat(find(ours, id)).contains(run);
        assertThat(within(ours, () -> runs().lock(ours, id))).contains(run);
        assertThat(active(ours)).contains(run);
    }

    static Stream<Function<SyncRun.Running, SyncRun>> steps() {
        return Stream.of(
                running -> running.advance(eventful(NOW.plusSeconds(5))),
                running -> running.advance(eventful(NOW.plusSeconds(5))).release(),
                running -> running.advance(eventful(NOW.plusSeconds(5))).complete(NOW.plusSeconds(9)),
                running -> running.fail(SyncFailure.of(SyncFailure.Cause.RATE_LIMITED), NOW.plusSeconds(9)),
                running -> running.fail(
                        new SyncFailure(SyncFailure.Cause.UNEXPECTED_ANSWER, "patients, page 2"), NOW.plusSeconds(9)),
                running -> running.advance(eventful(NOW.plusSeconds(5))).cancel(NOW.plusSeconds(9)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void findsEveryStateAsItWasSaved(Function<SyncRun.Running, SyncRun> step) {
        SyncRun.Running running = running(ours);
        SyncRun changed = step.apply(running);

        assertThat(save(ours, running, changed)).isEqualTo(Saved.SAVED);

        assertThat(find(ours, running.id())).contains(changed);
        assertThat(active(ours).map(SyncRun.class::cast))
                .isEqualTo(Optional.of(changed).filter(SyncRun.Active.class::isInstance));
    }

    @Test
    void refusesASecondRunWhileOneWaits() {
        SyncRun.Queued first = samples.queued();
        add(ours, first);
        SyncRun.Queued second = samples.queued();

        assertThat(add(ours, second)).isEqualTo(new Added.AlreadyActive(first.id()));

        assertThat(find(ours, second.id())).isEmpty();
        assertThat(active(ours)).contains(first);
    }

    @Test
    void refusesASecondRunWhileOneIsWorkedOn() {
        SyncRun.Running first = running(ours);

        assertThat(add(ours, samples.queued())).isEqualTo(new Added.AlreadyActive(first.id()));
    }

    @Test
    void goesOnInTheSameTransactionAfterRefusing() {
        SyncRun.Running first = running(ours);
        SyncRun.Cancelled cancelled = first.cancel(NOW);

        within(ours, () -> {
            runs().add(ours, samples.queued());
            return runs().save(ours, first, cancelled);
        });

        assertThat(find(ours, first.id())).contains(cancelled);
    }

    @Test
    void takesTheNextRunWhenTheFirstHasEnded() {
        SyncRun.Running first = running(ours);
        save(ours, first, first.complete(NOW));
        SyncRun.Queued second = samples.queued();

        assertThat(add(ours, second)).isEqualTo(new Added.Accepted());
        assertThat(active(ours)).contains(second);
    }

    @Test
    void acceptsOneOfManyRunsAddedAtOnce() throws InterruptedException {
        List<Added> answers = together(IntStream.range(0, 24)
                .mapToObj(number -> samples.queued())
                .<Callable<Added>>map(run -> () -> add(ours, run))
                .toList());

        assertThat(answers).filteredOn(Added.Accepted.class::isInstance).hasSize(1);
        SyncRunId winner = active(ours).orElseThrow().id();
        assertThat(answers)
                .filteredOn(Added.AlreadyActive.class::isInstance)
                .hasSize(23)
                .containsOnly(new Added.AlreadyActive(winner));
    }

    @Test
    void letsOneOfManyClaimsWin() throws InterruptedException {
        SyncRun.Queued queued = samples.queued();
        add(ours, queued);

        List<Saved> answers = together(IntStream.range(0, 12)
                .<Callable<Saved>>mapToObj(number -> () -> save(ours, queued, queued.claim(NOW)))
                .toList());

        assertThat(answers).filteredOn(Saved.SAVED::equals).hasSize(1);
    }

    @Test
    void savesFromAnyProgressOfTheSameStateAndFence() {
        SyncRun.Running claimed = running(ours);
        save(ours, claimed, claimed.advance(eventful(NOW)));
        SyncRun.Running further = claimed.advance(eventful(NOW.plusSeconds(8)));

        assertThat(save(ours, claimed, further)).isEqualTo(Saved.SAVED);
        assertThat(find(ours, claimed.id())).contains(further);
    }

    @Test
    void supersedesAWorkerWhoseRunWasTakenOver() {
        SyncRun.Running zombie = running(ours);
        SyncRun.Queued released = zombie.release();
        SyncRun.Running present = released.claim(NOW.plusSeconds(30));
        save(ours, zombie, released);
        save(ours, released, present);

        assertThat(save(ours, zombie, zombie.advance(eventful(NOW)))).isEqualTo(Saved.SUPERSEDED);
        assertThat(save(ours, zombie, zombie.complete(NOW))).isEqualTo(Saved.SUPERSEDED);

        assertThat(find(ours, zombie.id())).contains(present);
    }

    @Test
    void supersedesAWorkerWhoseRunWasCancelled() {
        SyncRun.Running running = running(ours);
        SyncRun.Cancelled cancelled = running.cancel(NOW);
        save(ours, running, cancelled);

        assertThat(save(ours, running, running.advance(eventful(NOW)))).isEqualTo(Saved.SUPERSEDED);

        assertThat(find(ours, running.id())).contains(cancelled);
    }

    @Test
    void supersedesWhoeverSavesARunThatIsNotThere() {
        SyncRun.Queued unknown = samples.queued();

        assertThat(save(ours, unknown, unknown.claim(NOW))).isEqualTo(Saved.SUPERSEDED);
        assertThat(find(ours, unknown.id())).isEmpty();
    }

    @Test
    void holdsALockedRunUntilTheTransactionEnds() {
        SyncRun.Running running = running(ours);
        SyncRun.Cancelled cancelled = running.cancel(NOW);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Saved> other = within(ours, () -> {
                runs().lock(ours, running.id());
                Future<Saved> waiting = workers.submit(() -> save(ours, running, running.advance(eventful(NOW))));
                assertThat(waiting).as("while locked").failsWithin(Duration.ofMillis(100));
                runs().save(ours, running, cancelled);
                return waiting;
            });

            assertThat(other).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Saved.SUPERSEDED);
        }
        assertThat(find(ours, running.id())).contains(cancelled);
    }

    @Test
    void keepsOrganizationsApart() {
        SyncRun.Running run = running(ours);
        SyncRun.Queued another = new SampleRuns(theirs).queued();

        assertThat(find(theirs, run.id())).isEmpty();
        assertThat(within(theirs, () -> runs().lock(theirs, run.id()))).isEmpty();
        assertThat(active(theirs)).isEmpty();
        assertThat(save(theirs, run, run.cancel(NOW))).isEqualTo(Saved.SUPERSEDED);
        assertThat(add(theirs, another)).isEqualTo(new Added.Accepted());
        assertThat(active(theirs)).contains(another);
        assertThat(active(ours)).contains(run);
    }

    private SyncRun.Running running(OrganizationId organization) {
        SyncRun.Queued queued = samples.queued();
        add(organization, queued);
        SyncRun.Running running = queued.claim(NOW.plusSeconds(1));
        save(organization, queued, running);
        return running;
    }

    private Added add(OrganizationId organization, SyncRun.Queued run) {
        return within(organization, () -> runs().add(organization, run));
    }

    private Saved save(OrganizationId organization, SyncRun from, SyncRun to) {
        return within(organization, () -> runs().save(organization, from, to));
    }

    private Optional<SyncRun> find(OrganizationId organization, SyncRunId id) {
        return within(organization, () -> runs().find(organization, id));
    }

    private Optional<SyncRun.Active> active(OrganizationId organization) {
        return within(organization, () -> runs().active(organization));
    }

    private <T> T within(OrganizationId organization, Supplier<T> work) {
        return transactions().within(organization, work);
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws InterruptedException {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            return workers.invokeAll(tasks).stream().map(Future::resultNow).toList();
        }
    }
}
