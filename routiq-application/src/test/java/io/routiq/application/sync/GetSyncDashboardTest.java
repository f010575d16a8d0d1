package io.routiq.application.sync;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.patient;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.connection.Connection;
import io.routiq.application.connection.ConnectionSettings;
import io.routiq.application.patient.PatientStats;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.application.sync.GetSyncDashboard.Dashboard;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GetSyncDashboardTest {

    private static final Instant NOW = SampleRuns.NOW;

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(NOW);
    private final SampleRuns samples = new SampleRuns(organization);
    private final GetSyncDashboard getSyncDashboard = new GetSyncDashboard(
            ports.transactions(),
            ports.runs(),
            ports.patients(),
            ports.connections(),
            ports.watermarks(),
            ports.schedule(),
            ports.clock());

    @Test
    void isSaneForANewOrganization() {
        assertThat(dashboard())
                .isEqualTo(new Dashboard(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new PatientStats(0, 0, 0, 0),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void offersAStartOnceAKeyIsConfigured() {
        Connection connection = ports.connect(organization, ConnectionSettings.DEFAULT);

        assertThat(dashboard().available()).isTrue();
        assertThat(dashboard().connection()).contains(connection);
    }

    @Test
    void saysWhenTheNextRunStartsByItself() {
        Instant soon = NOW.plusSeconds(600);
        Connection connection = ports.connect(organization, ConnectionSettings.DEFAULT);
        ports.transactions().within(organization, () -> ports.schedule().plan(organization, soon));

        assertThat(dashboard().nextScheduled()).contains(soon);

        Connection rejected = connection.checked(Connection.Status.ACTION_REQUIRED, null, NOW);
        ports.transactions().within(organization, () -> ports.connections().save(organization, rejected));
        assertThat(dashboard().nextScheduled()).isEmpty();
    }

    @Test
    void offersNoStartWhileSynchronisationIsOff() {
        ports.connect(
                organization,
                new ConnectionSettings(false, 60, SyncMode.ACTIVE, ConnectionSettings.DEFAULT.dataTypes()));

        assertThat(dashboard().available()).isFalse();
    }

    @Test
    void showsTheActiveRunAndOffersNoOther() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        SyncRun.Queued queued = samples.queued();
        add(queued, queued);

        assertThat(dashboard().current()).contains(queued);
        assertThat(dashboard().last()).isEmpty();
        assertThat(dashboard().available()).isFalse();
    }

    @Test
    void showsTheNewestRunThatHasEndedBesideTheActiveOne() {
        SyncRun.Completed completed =
                samples.completed(SyncMode.ACTIVE, NOW.minusSeconds(900), Duration.ofSeconds(9), 1);
        add(SyncRun.queued(completed.order()), completed);
        SyncRun.Queued queued = samples.queued(SyncMode.FULL, NOW.minusSeconds(600));
        SyncRun.Failed failed = queued.fail(SyncFailure.of(SyncFailure.Cause.PROVIDER_ERROR), NOW);
        add(queued, failed);
        SyncRun.Queued active = samples.queued();
        add(active, active);

        Dashboard dashboard = dashboard();

        assertThat(dashboard.current()).contains(active);
        assertThat(dashboard.last()).contains(failed);
        assertThat(dashboard.lastCompletedAt()).contains(completed.finishedAt());
    }

    @Test
    void countsPatientsForThePresentInstant() {
        ports.transactions()
                .within(
                        organization,
                        () -> ports.copy()
                                .store(
                                        organization,
                                        List.of(
                                                patient("1001").record(),
                                                appointment("5001", "1001", NOW).record())));
        assertThat(dashboard().patients()).isEqualTo(new PatientStats(1, 1, 1, 0));

        ports.clock().advance(Duration.ofDays(30).plusNanos(1));

        assertThat(dashboard().patients()).isEqualTo(new PatientStats(1, 0, 0, 0));
    }

    @Test
    void saysUpToWhenTheFiguresAreComplete() {
        Watermark window = new Watermark(NOW.minusSeconds(60), NOW.minus(Duration.ofDays(30)));
        Map<SyncStream, Watermark> known =
                Map.of(SyncStream.PATIENTS, new Watermark(NOW, null), SyncStream.APPOINTMENTS, window);
        ports.transactions().within(organization, () -> ports.watermarks().save(organization, known));

        assertThat(dashboard().dataAsOf()).contains(NOW.minusSeconds(60));
    }

    private Dashboard dashboard() {
        return getSyncDashboard.of(organization);
    }

    private void add(SyncRun.Queued queued, SyncRun present) {
        ports.within(organization, () -> ports.runs().add(organization, queued));
        ports.within(organization, () -> ports.runs().save(organization, queued, present));
    }
}
