package io.routiq.application.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.connection.Connection;
import io.routiq.application.connection.ConnectionSettings;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartScheduledSyncTest {

    private static final Instant NOW = SampleRuns.NOW;

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(NOW);
    private final SampleRuns samples = new SampleRuns(organization);
    private final StartSync start = new StartSync(
            ports.transactions(), ports.connections(), ports.runs(), ports.jobs(), ports.clock(), () -> "a1b2c3");
    private final StartScheduledSync scheduled = new StartScheduledSync(
            ports.transactions(), ports.connections(), ports.runs(), ports.copy(), start, ports.clock());

    @Test
    void readsEverythingWhereThatWasNotDoneThatNight() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        add(samples.completed(SyncMode.FULL, NOW.minus(Duration.ofDays(2)), Duration.ofSeconds(9), 1));

        Optional<Instant> next = scheduled.start(organization);

        assertThat(active().order().mode()).isEqualTo(SyncMode.FULL);
        assertThat(active().order().trigger()).isEqualTo(SyncTrigger.SCHEDULED);
        assertThat(next.orElseThrow()).isAfter(NOW);
    }

    @Test
    void readsChangesOnceTheNightsRunWasBegun() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        add(samples.completed(SyncMode.FULL, NOW.minus(Duration.ofMinutes(1)), Duration.ofSeconds(9), 1));

        scheduled.start(organization);

        assertThat(active().order().mode()).isEqualTo(SyncMode.INCREMENTAL);
    }

    @Test
    void leavesAnActiveRunAlone() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        SyncRun.Queued queued = samples.queued();
        ports.within(organization, () -> ports.runs().add(organization, queued));

        assertThat(scheduled.start(organization)).isPresent();

        assertThat(active()).isEqualTo(queued);
    }

    @Test
    void endsWithoutAConnection() {
        assertThat(scheduled.start(organization)).isEmpty();
    }

    @Test
    void startsNothingWhereSynchronisationIsOff() {
        ConnectionSettings all = ConnectionSettings.DEFAULT;
        ports.connect(organization, new ConnectionSettings(false, 60, SyncMode.ACTIVE, all.dataTypes()));

        assertThat(scheduled.start(organization)).isPresent();
        assertThat(ports.within(organization, () -> ports.runs().active(organization)))
                .isEmpty();
    }

    @Test
    void waitsWhereTheKeyWasRejected() {
        Connection connection = ports.connect(organization, ConnectionSettings.DEFAULT);
        Connection rejected = connection.checked(Connection.Status.ACTION_REQUIRED, null, NOW);
        ports.transactions().within(organization, () -> ports.connections().save(organization, rejected));

        assertThat(scheduled.start(organization)).isPresent();
        assertThat(ports.within(organization, () -> ports.runs().active(organization)))
                .isEmpty();
    }

    private SyncRun.Active active() {
        return ports.within(organization, () -> ports.runs().active(organization))
                .orElseThrow();
    }

    private void add(SyncRun run) {
        ports.transactions().within(organization, () -> {
            SyncRun.Queued queued = SyncRun.queued(run.order());
            ports.runs().add(organization, queued);
            ports.runs().save(organization, queued, run);
        });
    }
}
