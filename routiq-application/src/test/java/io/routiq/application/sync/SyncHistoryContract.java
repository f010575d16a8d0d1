package io.routiq.application.sync;

import static io.routiq.application.sync.SampleRuns.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.routiq.application.Organizations;
import io.routiq.application.Transactions;
import io.routiq.application.sync.SyncRuns.Filter;
import io.routiq.application.sync.SyncRuns.Status;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link SyncRuns} promise of lists and figures. */
public abstract class SyncHistoryContract {

    private static final double CLOSELY = 1e-6;

    private final OrganizationId ours = Organizations.fresh();
    private final OrganizationId theirs = Organizations.fresh();
    private final SampleRuns samples = new SampleRuns(ours);

    protected abstract Transactions transactions();

    protected abstract SyncRuns runs();

    @Test
    void listsTheNewestFirst() {
        SyncRun middle = store(completed(1));
        SyncRun newest = store(completed(2));
        SyncRun oldest = store(completed(0));

        assertThat(list(Optional.empty(), Optional.empty())).containsExactly(newest, middle, oldest);
    }

    @Test
    void listsNoMoreThanTheLimit() {
        store(completed(0));
        SyncRun newest = store(completed(1));

        assertThat(list(new Filter(Optional.empty(), Optional.empty(), Optional.empty(), 1)))
                .containsExactly(newest);
    }

    @Test
    void listsByStatus() {
        SyncRun completed = store(completed(0));
        SyncRun failed = store(active(1).fail(SyncFailure.of(SyncFailure.Cause.WORKER_LOST), at(2)));
        SyncRun cancelled = store(active(3).cancel(at(4)));
        SyncRun waiting = store(samples.queued(SyncMode.ACTIVE, at(5)));

        assertThat(list(Optional.of(Status.COMPLETED), Optional.empty())).containsExactly(completed);
        assertThat(list(Optional.of(Status.FAILED), Optional.empty())).containsExactly(failed);
        assertThat(list(Optional.of(Status.CANCELLED), Optional.empty())).containsExactly(cancelled);
        assertThat(list(Optional.of(Status.ACTIVE), Optional.empty())).containsExactly(waiting);
    }

    @Test
    void listsARunThatIsWorkedOnAsActive() {
        SyncRun running = store(active(0));

        assertThat(list(Optional.of(Status.ACTIVE), Optional.empty())).containsExactly(running);
    }

    @Test
    void listsByMode() {
        SyncRun full = store(samples.completed(SyncMode.FULL, at(0), Duration.ofSeconds(5), 1));
        SyncRun incremental = store(samples.completed(SyncMode.INCREMENTAL, at(1), Duration.ofSeconds(5), 1));

        assertThat(list(Optional.empty(), Optional.of(SyncMode.FULL))).containsExactly(full);
        assertThat(list(Optional.empty(), Optional.of(SyncMode.INCREMENTAL))).containsExactly(incremental);
        assertThat(list(Optional.empty(), Optional.of(SyncMode.ACTIVE))).isEmpty();
    }

    @Test
    void listsByStatusAndModeTogether() {
        store(samples.completed(SyncMode.FULL, at(0), Duration.ofSeconds(5), 1));
        SyncRun wanted = store(samples.completed(SyncMode.ACTIVE, at(1), Duration.ofSeconds(5), 1));
        store(active(2).cancel(at(3)));

        assertThat(list(Optional.of(Status.COMPLETED), Optional.of(SyncMode.ACTIVE)))
                .containsExactly(wanted);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void pagesByRunsOlderThanTheLastOne(int limit) {
        for (int number = 0; number < 7; number++) {
            store(completed(number / 3));
        }
        List<SyncRun> all = list(Optional.empty(), Optional.empty());

        assertThat(allPages(Optional.empty(), limit)).hasSize(7).isEqualTo(all);
    }

    @Test
    void pagesThroughAFilteredList() {
        for (int number = 0; number < 4; number++) {
            store(completed(2 * number));
            store(active(2 * number + 1).cancel(at(2 * number + 1)));
        }

        assertThat(allPages(Optional.of(Status.CANCELLED), 2))
                .hasSize(4)
                .isEqualTo(list(Optional.of(Status.CANCELLED), Optional.empty()));
    }

    @Test
    void givesZerosAndNothingForNoRuns() {
        assertThat(statistics(ours)).isEqualTo(new SyncStatistics(0, 0, 0, 0, 0, 0, 0, 0, null, null));
    }

    @Test
    void countsEveryRunByItsState() {
        store(completed(0));
        store(active(1).fail(SyncFailure.of(SyncFailure.Cause.WORKER_LOST), at(2)));
        store(samples.queued(SyncMode.ACTIVE, at(3)).fail(SyncFailure.of(SyncFailure.Cause.WORKER_LOST), at(3)));
        store(active(4).cancel(at(5)));
        store(samples.queued(SyncMode.ACTIVE, at(6)));

        SyncStatistics statistics = statistics(ours);

        assertThat(statistics.total()).isEqualTo(5);
        assertThat(statistics.completed()).isEqualTo(1);
        assertThat(statistics.failed()).isEqualTo(2);
        assertThat(statistics.cancelled()).isEqualTo(1);
        assertThat(statistics.lastAt()).isEqualTo(at(6));
    }

    @Test
    void measuresCompletedRunsOnly() {
        store(samples.completed(SyncMode.ACTIVE, at(0), Duration.ofSeconds(10), 100));
        store(samples.completed(SyncMode.FULL, at(1), Duration.ofSeconds(40), 1_000));
        store(samples.completed(SyncMode.ACTIVE, at(2), Duration.ofMillis(20_500), 310));
        store(samples.completed(SyncMode.ACTIVE, at(3), Duration.ofSeconds(30), 600));
        store(active(4).cancel(at(400)));

        SyncStatistics statistics = statistics(ours);

        assertThat(statistics.averageSeconds()).isCloseTo(25.125, within(CLOSELY));
        assertThat(statistics.medianSeconds()).isCloseTo(25.25, within(CLOSELY));
        assertThat(statistics.p95Seconds()).isCloseTo(38.5, within(CLOSELY));
        assertThat(statistics.averageRecordsPerSecond()).isCloseTo(20.0, within(CLOSELY));
    }

    @Test
    void remembersWhenARunLastEndedWell() {
        SyncRun.Completed last = samples.completed(SyncMode.FULL, at(0), Duration.ofMinutes(20), 5);
        store(samples.completed(SyncMode.ACTIVE, at(-9), Duration.ofSeconds(5), 5));
        store(last);
        store(active(2).cancel(at(90)));

        assertThat(statistics(ours).lastSuccessfulAt()).isEqualTo(last.finishedAt());
    }

    @Test
    void measuresARunThatTookNoTime() {
        store(samples.completed(SyncMode.ACTIVE, at(0), Duration.ZERO, 10));

        assertThat(statistics(ours).averageRecordsPerSecond()).isZero();
    }

    @Test
    void keepsOrganizationsApart() {
        SyncRun run = store(completed(0));

        assertThat(transactions()
                        .<List<SyncRun>>within(
                                theirs,
                                () -> runs().list(
                                                theirs,
                                                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), 50))))
                .isEmpty();
        assertThat(statistics(theirs).total()).isZero();
        assertThat(list(Optional.empty(), Optional.empty())).containsExactly(run);
    }

    private static Instant at(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    private SyncRun.Completed completed(int minute) {
        return samples.completed(SyncMode.ACTIVE, at(minute), Duration.ofSeconds(30), 10);
    }

    private SyncRun.Running active(int minute) {
        return samples.queued(SyncMode.ACTIVE, at(minute)).claim(at(minute));
    }

    /** Brings a run into its state by the way that runs come there. */
    private SyncRun store(SyncRun run) {
        return transactions().within(ours, () -> {
            SyncRun.Queued queued = SyncRun.queued(run.order());
            runs().add(ours, queued);
            runs().save(ours, queued, run);
            return run;
        });
    }

    private List<SyncRun> allPages(Optional<Status> status, int limit) {
        List<SyncRun> all = new ArrayList<>();
        List<SyncRun> page = list(new Filter(status, Optional.empty(), Optional.empty(), limit));
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page);
            SyncRunId last = page.getLast().id();
            page = list(new Filter(status, Optional.empty(), Optional.of(last), limit));
        }
        return all;
    }

    private List<SyncRun> list(Optional<Status> status, Optional<SyncMode> mode) {
        return list(new Filter(status, mode, Optional.empty(), 50));
    }

    private List<SyncRun> list(Filter filter) {
        return transactions().within(ours, () -> runs().list(ours, filter));
    }

    private SyncStatistics statistics(OrganizationId organization) {
        return transactions().within(organization, () -> runs().statistics(organization));
    }
}
