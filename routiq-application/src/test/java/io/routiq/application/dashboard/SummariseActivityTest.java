package io.routiq.application.dashboard;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.audit.AuditTrail;
import io.routiq.application.audit.ReadEvent;
import io.routiq.application.dashboard.SummariseActivity.Summary;
import io.routiq.application.patient.ActivityFigures;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.application.sync.SampleRuns;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummariseActivityTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");
    private static final ReadEvent.Reader READER = new ReadEvent.Reader("user_9", "request-7");

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(NOW);

    private SummariseActivity summariseActivity(AuditTrail audit) {
        return new SummariseActivity(
                ports.transactions(), ports.visits(), ports.runs(), ports.watermarks(), audit, ports.clock());
    }

    private Summary summarise(int days) {
        return summariseActivity(ports.audit()).summarise(organization, ActivityWindow.recent(days), READER);
    }

    @Test
    void isSaneForANewOrganization() {
        assertThat(summarise(30))
                .isEqualTo(new Summary(new ActivityFigures(0, 0, 0, 0, 0, 0), Optional.empty(), NOW, Optional.empty()));
    }

    @Test
    void countsInTheWindowThatIsAskedFor() {
        ports.transactions()
                .within(
                        organization,
                        () -> ports.copy()
                                .store(
                                        organization,
                                        List.of(
                                                patient("1001").record(),
                                                appointment("5001", "1001", NOW.minus(Duration.ofDays(40)))
                                                        .record())));

        assertThat(summarise(30).figures().active()).isZero();
        assertThat(summarise(40).figures()).isEqualTo(new ActivityFigures(1, 1, 0, 1, 0, 1));
    }

    @Test
    void saysWhenARunLastEndedWellAndHowFreshTheFiguresAre() {
        SyncRun.Completed completed = new SampleRuns(organization)
                .completed(SyncMode.ACTIVE, NOW.minusSeconds(900), Duration.ofSeconds(9), 1);
        SyncRun.Queued queued = SyncRun.queued(completed.order());
        Watermark month = new Watermark(NOW.minusSeconds(20), NOW.minus(Duration.ofDays(30)));
        ports.transactions().within(organization, () -> {
            ports.runs().add(organization, queued);
            ports.runs().save(organization, queued, completed);
            ports.watermarks().save(organization, Map.of(SyncStream.PATIENTS, month, SyncStream.APPOINTMENTS, month));
        });

        assertThat(summarise(30).lastSyncAt()).contains(NOW.minusSeconds(891));
        assertThat(summarise(30).dataAsOf()).contains(NOW.minusSeconds(20));
        assertThat(summarise(31).dataAsOf()).isEmpty();
    }

    @Test
    void leavesAnEntryOrShowsNothing() {
        summarise(30);
        SummariseActivity blind = summariseActivity((whose, event) -> {
            throw new IllegalArgumentException("no entry can be stored");
        });

        assertThat(ports.audit().entries(organization))
                .containsExactly(new ReadEvent(READER, "summarise_activity", List.of(), NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blind.summarise(organization, ActivityWindow.DEFAULT, READER));
    }
}
