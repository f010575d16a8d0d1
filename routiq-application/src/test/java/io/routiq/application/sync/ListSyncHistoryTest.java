package io.routiq.application.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.sync.ListSyncHistory.History;
import io.routiq.application.sync.SyncRuns.Filter;
import io.routiq.application.sync.SyncRuns.Status;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListSyncHistoryTest {

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(SampleRuns.NOW);
    private final ListSyncHistory listSyncHistory = new ListSyncHistory(ports.transactions(), ports.runs());
    private final SampleRuns samples = new SampleRuns(organization);

    @Test
    void isEmptyForANewOrganization() {
        History history = list(Optional.empty(), Optional.empty(), 10);

        assertThat(history.runs()).isEmpty();
        assertThat(history.next()).isEmpty();
        assertThat(history.statistics().total()).isZero();
    }

    @Test
    void saysWhereTheNextPageBegins() {
        SyncRun first = add(SyncMode.ACTIVE, 1);
        SyncRun second = add(SyncMode.ACTIVE, 2);
        SyncRun third = add(SyncMode.ACTIVE, 3);

        History newest = list(Optional.empty(), Optional.empty(), 2);
        History rest = list(Optional.empty(), newest.next(), 2);

        assertThat(newest.runs()).containsExactly(third, second);
        assertThat(newest.next()).contains(second.id());
        assertThat(rest.runs()).containsExactly(first);
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void endsWithAPageThatIsJustFull() {
        add(SyncMode.ACTIVE, 1);
        add(SyncMode.ACTIVE, 2);

        assertThat(list(Optional.empty(), Optional.empty(), 2).next()).isEmpty();
    }

    @Test
    void countsAllRunsWhateverTheFilter() {
        add(SyncMode.ACTIVE, 1);
        SyncRun full = add(SyncMode.FULL, 2);

        History history = listSyncHistory.list(
                organization,
                new Filter(Optional.of(Status.COMPLETED), Optional.of(SyncMode.FULL), Optional.empty(), 10));

        assertThat(history.runs()).isEqualTo(List.of(full));
        assertThat(history.statistics().total()).isEqualTo(2);
    }

    private History list(Optional<Status> status, Optional<SyncRunId> before, int limit) {
        return listSyncHistory.list(organization, new Filter(status, Optional.empty(), before, limit));
    }

    private SyncRun add(SyncMode mode, int minute) {
        SyncRun.Completed run =
                samples.completed(mode, SampleRuns.NOW.plus(Duration.ofMinutes(minute)), Duration.ofSeconds(20), 100);
        SyncRun.Queued queued = SyncRun.queued(run.order());
        ports.within(organization, () -> ports.runs().add(organization, queued));
        ports.within(organization, () -> ports.runs().save(organization, queued, run));
        return run;
    }
}
