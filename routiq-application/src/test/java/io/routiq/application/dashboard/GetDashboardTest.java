package io.routiq.application.dashboard;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.patient;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.dashboard.GetDashboard.Dashboard;
import io.routiq.application.patient.PatientStats;
import io.routiq.application.sync.GetSyncDashboard;
import io.routiq.application.sync.SampleRuns;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GetDashboardTest {

    private static final Instant NOW = SampleRuns.NOW;

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(NOW);
    private final SampleRuns samples = new SampleRuns(organization);
    private final GetDashboard getDashboard = new GetDashboard(
            ports.transactions(),
            new GetSyncDashboard(
                    ports.transactions(),
                    ports.runs(),
                    ports.patients(),
                    ports.connections(),
                    ports.watermarks(),
                    ports.schedule(),
                    ports.clock()),
            new InMemoryVisits(ports.copy()),
            ports.runs(),
            ports.clock());

    @Test
    void isSaneForANewOrganization() {
        Dashboard dashboard = getDashboard.of(organization);

        assertThat(dashboard.visits()).isEqualTo(new Visits.Totals(0, 0, 0));
        assertThat(dashboard.latestRuns()).isEmpty();
        assertThat(dashboard.sync().connection()).isEmpty();
        assertThat(dashboard.generatedAt()).isEqualTo(NOW);
    }

    @Test
    void countsVisitsAndPatientsForTheSameInstant() {
        ports.transactions()
                .within(
                        organization,
                        () -> ports.copy()
                                .store(
                                        organization,
                                        List.of(
                                                patient("1001").record(),
                                                appointment("5001", "1001", NOW).record(),
                                                appointment("5002", "1001", NOW.plusSeconds(1))
                                                        .record())));

        Dashboard dashboard = getDashboard.of(organization);

        assertThat(dashboard.sync().patients()).isEqualTo(new PatientStats(1, 1, 1, 1));
        assertThat(dashboard.visits()).isEqualTo(new Visits.Totals(1, 1, 2));
    }

    @Test
    void showsTheTenLatestRunsNewestFirst() {
        List<SyncRun.Completed> runs = IntStream.range(0, 12)
                .mapToObj(number -> samples.completed(
                        SyncMode.FULL, NOW.minusSeconds(1000 - number * 60L), Duration.ofSeconds(5), 7))
                .toList();
        runs.forEach(run -> {
            SyncRun.Queued queued = SyncRun.queued(run.order());
            ports.within(organization, () -> ports.runs().add(organization, queued));
            ports.within(organization, () -> ports.runs().save(organization, queued, run));
        });

        assertThat(getDashboard.of(organization).latestRuns())
                .hasSize(10)
                .startsWith(runs.getLast())
                .endsWith(runs.get(2));
    }
}
