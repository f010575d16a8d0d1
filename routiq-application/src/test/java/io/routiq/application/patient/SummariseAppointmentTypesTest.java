package io.routiq.application.patient;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.patient;
import static io.routiq.application.practice.Samples.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummariseAppointmentTypesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(NOW);
    private final SummariseAppointmentTypes summarise = new SummariseAppointmentTypes(
            ports.transactions(), new InMemoryAppointmentTypes(ports.copy()), ports.watermarks(), ports.clock());

    @Test
    void saysNothingOfANewOrganization() {
        SummariseAppointmentTypes.Summary summary = summarise.summarise(organization, ActivityWindow.DEFAULT);

        assertThat(summary.statistics()).isEqualTo(new TypeStatistics(List.of(), 0));
        assertThat(summary.dataAsOf()).isEmpty();
    }

    @Test
    void looksAtTheInstantOfTheRequest() {
        store();
        assertThat(withRecent(ActivityWindow.recent(1))).isEqualTo(1);

        ports.clock().advance(Duration.ofDays(2));

        assertThat(withRecent(ActivityWindow.recent(1))).isZero();
        assertThat(withRecent(ActivityWindow.recent(3))).isEqualTo(1);
    }

    @Test
    void saysUpToWhenTheFiguresAreComplete() {
        Watermark complete = new Watermark(NOW.minusSeconds(9), NOW.minus(Duration.ofDays(400)));
        ports.within(organization, () -> {
            ports.watermarks()
                    .save(organization, Map.of(SyncStream.PATIENTS, complete, SyncStream.APPOINTMENTS, complete));
            return complete;
        });

        assertThat(summarise.summarise(organization, ActivityWindow.DEFAULT).dataAsOf())
                .contains(NOW.minusSeconds(9));
    }

    private long withRecent(ActivityWindow window) {
        return summarise.summarise(organization, window).statistics().types().stream()
                .mapToLong(TypeStatistics.Type::withRecent)
                .sum();
    }

    private void store() {
        ports.within(organization, () -> {
            ports.copy()
                    .store(
                            organization,
                            List.of(
                                    type("301", "Massage"),
                                    patient("1001").record(),
                                    appointment("5001", "1001", NOW.minusSeconds(60))
                                            .ofType("301")
                                            .record()));
            return organization;
        });
    }
}
