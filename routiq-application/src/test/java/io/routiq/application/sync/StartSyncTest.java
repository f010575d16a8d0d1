package io.routiq.application.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.connection.ConnectionSettings;
import io.routiq.application.sync.StartSync.Outcome;
import io.routiq.application.sync.StartSync.Request;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOption;
import io.routiq.domain.sync.SyncOrder;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncTrigger;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartSyncTest {

    private static final Request ANY = new Request(Optional.empty(), Set.of(), SyncTrigger.MANUAL);

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(SampleRuns.NOW);
    private final StartSync startSync = startSync(ports.jobs());

    private StartSync startSync(SyncJobs jobs) {
        return new StartSync(
                ports.transactions(), ports.connections(), ports.runs(), jobs, ports.clock(), () -> "a1b2c3");
    }

    @Test
    void startsARunAndGivesItToAWorker() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        Request request =
                new Request(Optional.of(SyncMode.FULL), Set.of(SyncOption.FORCE_REFRESH), SyncTrigger.SCHEDULED);

        Outcome outcome = startSync.start(organization, request);

        SyncRunId id = SyncRunId.of(organization, SampleRuns.NOW, "a1b2c3");
        SyncRun.Queued run = SyncRun.queued(new SyncOrder(
                id, organization, SyncMode.FULL, SyncTrigger.SCHEDULED, request.options(), SampleRuns.NOW));
        assertThat(outcome).isEqualTo(new Outcome.Started(run, Duration.ofMinutes(3)));
        assertThat(active()).contains(run);
        assertThat(ports.jobs().scheduled(organization)).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, 15", "FULL, 180", "INCREMENTAL, 10", "VERIFY, 180"})
    void readsAsTheConnectionPrefersUnlessTold(SyncMode preferred, long estimate) {
        ConnectionSettings settings =
                new ConnectionSettings(true, 60, preferred, ConnectionSettings.DEFAULT.dataTypes());
        ports.connect(organization, settings);

        assertThat(startSync.start(organization, ANY)).isInstanceOfSatisfying(Outcome.Started.class, started -> {
            assertThat(started.run().order().mode()).isEqualTo(preferred);
            assertThat(started.estimate()).isEqualTo(Duration.ofSeconds(estimate));
        });
    }

    @Test
    void estimatesByTheLastCompletedRunOfTheMode() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        SampleRuns samples = new SampleRuns(organization);
        add(samples.completed(SyncMode.ACTIVE, SampleRuns.NOW.minusSeconds(900), Duration.ofSeconds(99), 1));
        add(samples.completed(SyncMode.ACTIVE, SampleRuns.NOW.minusSeconds(600), Duration.ofSeconds(42), 1));
        add(samples.completed(SyncMode.FULL, SampleRuns.NOW.minusSeconds(300), Duration.ofSeconds(200), 1));
        add(samples.queued(SyncMode.ACTIVE, SampleRuns.NOW.minusSeconds(50)).cancel(SampleRuns.NOW));

        assertThat(startSync.start(organization, ANY))
                .isInstanceOfSatisfying(
                        Outcome.Started.class,
                        started -> assertThat(started.estimate()).isEqualTo(Duration.ofSeconds(42)));
    }

    @Test
    void refusesWithoutAConnection() {
        assertThat(startSync.start(organization, ANY)).isEqualTo(new Outcome.NotConfigured());

        assertNothingStarted();
    }

    @Test
    void refusesWhileSynchronisationIsOff() {
        ports.connect(
                organization,
                new ConnectionSettings(false, 60, SyncMode.ACTIVE, ConnectionSettings.DEFAULT.dataTypes()));

        assertThat(startSync.start(organization, ANY)).isEqualTo(new Outcome.SyncDisabled());

        assertNothingStarted();
    }

    @Test
    void refusesWhileARunIsActive() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        SyncRun.Queued first = new SampleRuns(organization).queued();
        ports.within(organization, () -> ports.runs().add(organization, first));

        assertThat(startSync.start(organization, ANY)).isEqualTo(new Outcome.AlreadyRunning(first.id()));

        assertThat(active()).contains(first);
        assertThat(ports.jobs().scheduled(organization)).isEmpty();
    }

    @Test
    void leavesNoRunBehindThatNobodyWorksOn() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        StartSync broken = startSync((whose, run) -> {
            throw new IllegalArgumentException("no job can be stored");
        });

        assertThatIllegalArgumentException().isThrownBy(() -> broken.start(organization, ANY));

        assertNothingStarted();
    }

    @Test
    void startsOneRunWhenManyAskAtOnce() throws InterruptedException {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        Callable<Outcome> ask = () -> startSync.start(organization, ANY);

        List<Outcome> outcomes;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = clients.invokeAll(Collections.nCopies(1000, ask)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(outcomes).filteredOn(Outcome.Started.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(new Outcome.AlreadyRunning(active().orElseThrow().id())::equals)
                .hasSize(999);
        assertThat(ports.jobs().scheduled(organization)).hasSize(1);
    }

    private Optional<SyncRun.Active> active() {
        return ports.within(organization, () -> ports.runs().active(organization));
    }

    private void add(SyncRun.Finished run) {
        SyncRun.Queued queued = SyncRun.queued(run.order());
        ports.within(organization, () -> ports.runs().add(organization, queued));
        ports.within(organization, () -> ports.runs().save(organization, queued, run));
    }

    private void assertNothingStarted() {
        assertThat(active()).isEmpty();
        assertThat(ports.jobs().scheduled(organization)).isEmpty();
    }
}
