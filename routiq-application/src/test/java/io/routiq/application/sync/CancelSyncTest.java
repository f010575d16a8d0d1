package io.routiq.application.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.practice.Selection;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CancelSyncTest {

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(SampleRuns.NOW);
    private final CancelSync cancelSync =
            new CancelSync(ports.transactions(), ports.runs(), ports.checkpoints(), ports.clock());
    private final GetSyncRun getSyncRun = new GetSyncRun(ports.transactions(), ports.runs());
    private final SyncRun.Queued queued = new SampleRuns(organization).queued();

    @Test
    void cancelsARunThatWaits() {
        add();
        Instant now = ports.clock().advance(Duration.ofSeconds(3));

        assertThat(cancelSync.cancel(organization, queued.id())).contains(queued.cancel(now));

        assertThat(getSyncRun.get(organization, queued.id())).contains(queued.cancel(now));
    }

    @Test
    void cancelsARunThatIsWorkedOnAndForgetsItsPages() {
        add();
        SyncRun.Running running = queued.claim(SampleRuns.NOW).advance(SampleRuns.eventful(SampleRuns.NOW));
        save(running);
        StreamRead page = StreamRead.first(SyncStream.PATIENTS, new Selection.Everything());
        ports.transactions()
                .within(organization, () -> ports.checkpoints().add(organization, queued.id(), List.of(page)));

        Optional<SyncRun.Finished> cancelled = cancelSync.cancel(organization, queued.id());

        assertThat(cancelled).contains(running.cancel(SampleRuns.NOW));
        assertThat(ports.within(organization, () -> ports.checkpoints().open(organization, queued.id())))
                .isEmpty();
    }

    @Test
    void leavesTheWorkerWithoutARunToStoreInto() {
        add();
        SyncRun.Running running = queued.claim(SampleRuns.NOW);
        save(running);

        cancelSync.cancel(organization, queued.id());

        SyncRun.Running further = running.advance(SampleRuns.eventful(SampleRuns.NOW));
        assertThat(ports.within(organization, () -> ports.runs().save(organization, running, further)))
                .isEqualTo(SyncRuns.Saved.SUPERSEDED);
    }

    @Test
    void leavesARunThatHasEndedAsItIs() {
        add();
        SyncRun.Failed failed = queued.fail(SyncFailure.of(SyncFailure.Cause.RATE_LIMITED), SampleRuns.NOW);
        save(failed);
        ports.clock().advance(Duration.ofHours(1));

        assertThat(cancelSync.cancel(organization, queued.id())).contains(failed);
    }

    @Test
    void givesTheSameAnswerWhenAskedAgain() {
        add();
        Optional<SyncRun.Finished> first = cancelSync.cancel(organization, queued.id());
        ports.clock().advance(Duration.ofHours(1));

        assertThat(cancelSync.cancel(organization, queued.id())).isEqualTo(first);
    }

    @Test
    void knowsNoRunOfAnotherOrganization() {
        add();

        assertThat(cancelSync.cancel(Organizations.fresh(), queued.id())).isEmpty();
        assertThat(getSyncRun.get(Organizations.fresh(), queued.id())).isEmpty();

        assertThat(getSyncRun.get(organization, queued.id())).contains(queued);
    }

    private void add() {
        ports.within(organization, () -> ports.runs().add(organization, queued));
    }

    private void save(SyncRun run) {
        ports.within(organization, () -> ports.runs().save(organization, queued, run));
    }
}
