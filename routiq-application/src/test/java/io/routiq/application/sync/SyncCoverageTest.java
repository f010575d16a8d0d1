package io.routiq.application.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Organizations;
import io.routiq.application.patient.PatientStats;
import io.routiq.application.sync.GetSyncDashboard.Dashboard;
import io.routiq.domain.sync.StreamProgress;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncCoverageTest {

    private final SyncRun.Running running =
            new SampleRuns(Organizations.fresh()).queued().claim(SampleRuns.NOW);

    @Test
    void isNothingWithoutPatients() {
        SyncCoverage coverage = SyncCoverage.of(dashboard(0, Optional.empty()));

        assertThat(coverage).isEqualTo(new SyncCoverage(0, 0));
        assertThat(coverage.percentage()).isZero();
    }

    @Test
    void isAllThatIsHeldBetweenRuns() {
        SyncCoverage coverage = SyncCoverage.of(dashboard(650, Optional.empty()));

        assertThat(coverage).isEqualTo(new SyncCoverage(650, 650));
        assertThat(coverage.percentage()).isEqualTo(100);
    }

    @Test
    void isAPartWhileARunFetchesTheRest() {
        SyncCoverage coverage = SyncCoverage.of(dashboard(649, Optional.of(expecting(650))));

        assertThat(coverage).isEqualTo(new SyncCoverage(649, 650));
        assertThat(coverage.percentage()).isEqualTo(99);
    }

    @Test
    void doesNotShrinkBecauseARunReadsChangesOnly() {
        assertThat(SyncCoverage.of(dashboard(650, Optional.of(expecting(3))))).isEqualTo(new SyncCoverage(650, 650));
        assertThat(SyncCoverage.of(dashboard(650, Optional.of(running)))).isEqualTo(new SyncCoverage(650, 650));
    }

    private SyncRun.Active expecting(long patients) {
        StreamProgress stream = StreamProgress.NONE.plus(1, 0, patients, SampleRuns.NOW);
        return running.advance(running.progress().with(SyncStream.PATIENTS, stream, 1, SampleRuns.NOW));
    }

    private static Dashboard dashboard(long patients, Optional<SyncRun.Active> current) {
        return new Dashboard(
                current,
                Optional.empty(),
                Optional.empty(),
                new PatientStats(patients, 0, 0, 0),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }
}
