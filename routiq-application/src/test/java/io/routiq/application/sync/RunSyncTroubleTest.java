package io.routiq.application.sync;

import static io.routiq.application.sync.SyncBench.DAY;
import static io.routiq.application.sync.SyncBench.NOW;
import static io.routiq.application.sync.SyncBench.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.connection.Connection;
import io.routiq.application.connection.ConnectionSettings.DataType;
import io.routiq.application.connection.SampleConnections;
import io.routiq.application.practice.Answer;
import io.routiq.application.practice.FakePracticeSystem;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncFailure.Cause;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunSyncTroubleTest {

    private final SyncBench bench = SyncBench.withPractice();

    @Test
    void failsWithTheCauseAndLeavesNothingOpen() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.nextRead(read -> bench.serveUnless(true, Cause.PROVIDER_UNAVAILABLE, read));

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.FAILED);

        SyncRun.Failed run = (SyncRun.Failed) bench.find(id);
        assertThat(run.failure().cause()).isEqualTo(Cause.PROVIDER_UNAVAILABLE);
        assertThat(bench.open(id)).isEmpty();
        assertThat(bench.transactions.within(ORG, () -> bench.runs.active(ORG))).isEmpty();
    }

    @Test
    void asksForANewKeyWhenItIsRejected() {
        bench.source.accounts(key -> {
            throw new PracticeSystemException(SyncFailure.of(Cause.CREDENTIALS_REJECTED));
        });

        assertThat(bench.run(SyncMode.FULL)).isEqualTo(RunSync.Outcome.FAILED);

        assertThat(bench.connection().orElseThrow().status()).isEqualTo(Connection.Status.ACTION_REQUIRED);
    }

    @Test
    void refusesToMixTwoAccounts() {
        bench.source.accounts(key -> new Answer.Given<>(new PracticeAccount("9999", "Another", "AU"), 1));
        SyncRunId id = bench.start(SyncMode.FULL);

        bench.runSync.run(ORG, id);

        assertThat(((SyncRun.Failed) bench.find(id)).failure().cause()).isEqualTo(Cause.ACCOUNT_MOVED);
        assertThat(bench.heldPatients()).isEmpty();
    }

    @Test
    void givesUpASourceThatRefusesForHalfAnHour() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.nextRead(read -> new Answer.NotBefore<>(bench.clock.instant()));
        bench.source.nextRead(read -> {
            bench.clock.advance(Duration.ofMinutes(31));
            return new Answer.NotBefore<>(bench.clock.instant().plusSeconds(60));
        });
        IntStream.range(0, 20)
                .forEach(any -> bench.source.nextRead(
                        read -> new Answer.NotBefore<>(bench.clock.instant().plusSeconds(60))));

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.FAILED);

        assertThat(((SyncRun.Failed) bench.find(id)).failure().cause()).isEqualTo(Cause.RATE_LIMITED);
    }

    @Test
    void storesNothingAfterACancellation() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.nextRead(read -> {
            bench.cancel().cancel(ORG, id);
            return new Answer.Given<>(bench.source.page(read), 1);
        });

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.NOT_OURS);

        assertThat(bench.find(id)).isInstanceOf(SyncRun.Cancelled.class);
        assertThat(bench.heldPatients()).isEmpty();
        assertThat(bench.open(id)).isEmpty();
    }

    @Test
    void leavesARunWhoseKeyIsRemoved() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.nextRead(read -> {
            bench.transactions.within(ORG, () -> bench.connections.remove(ORG));
            return new Answer.NotBefore<>(NOW.plus(DAY));
        });

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.NOT_OURS);

        assertThat(bench.find(id)).isInstanceOf(SyncRun.Cancelled.class);
    }

    @Test
    void storesNothingOfAnAccountThatIsReplaced() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.nextRead(read -> {
            bench.transactions.within(ORG, () -> {
                Connection now = bench.connections.find(ORG).orElseThrow();
                PracticeAccount other = new PracticeAccount("9999", "Another", "AU");
                bench.connections.save(ORG, now.checked(Connection.Status.CONNECTED, other, NOW));
                bench.copy.clear(ORG);
            });
            return bench.serve(read);
        });

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.NOT_OURS);

        assertThat(bench.find(id)).isInstanceOf(SyncRun.Cancelled.class);
        assertThat(bench.heldPatients()).isEmpty();
        assertThat(bench.open(id)).isEmpty();
    }

    @Test
    void failsWhenPatientsMayNotBeRead() {
        SyncRunId id = bench.start(SyncMode.FULL);
        IntStream.range(0, 7)
                .forEach(n -> bench.source.nextRead(read ->
                        bench.serveUnless(read.stream() == SyncStream.PATIENTS, Cause.PERMISSION_DENIED, read)));

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.FAILED);

        assertThat(((SyncRun.Failed) bench.find(id)).failure().cause()).isEqualTo(Cause.PERMISSION_DENIED);
    }

    @Test
    void judgesOnlyTheKeyThatItUsed() {
        bench.source.accounts(key -> {
            bench.connection(now -> SampleConnections.connected(bench.sealer, ORG, now.settings(), NOW));
            throw new PracticeSystemException(SyncFailure.of(Cause.CREDENTIALS_REJECTED));
        });

        assertThat(bench.run(SyncMode.FULL)).isEqualTo(RunSync.Outcome.FAILED);

        assertThat(bench.connection().orElseThrow().status()).isEqualTo(Connection.Status.CONNECTED);
    }

    @Test
    void keepsSettingsThatAreChangedMeanwhile() {
        bench.source.accounts(key -> {
            bench.wants(DataType.PATIENTS);
            return new Answer.Given<>(FakePracticeSystem.ACCOUNT, 1);
        });

        bench.run(SyncMode.FULL);

        assertThat(bench.connection().orElseThrow().settings().dataTypes()).containsExactly(DataType.PATIENTS);
    }

    @Test
    void staysCancelledThoughItFailsAtTheSameTime() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.nextRead(read -> {
            bench.cancel().cancel(ORG, id);
            return bench.serveUnless(true, Cause.PROVIDER_UNAVAILABLE, read);
        });

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.NOT_OURS);

        assertThat(bench.find(id)).isInstanceOf(SyncRun.Cancelled.class);
    }

    @Test
    void storesNothingWithAKeyThatIsRemoved() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.nextRead(read -> {
            bench.transactions.within(ORG, () -> bench.connections.remove(ORG));
            return bench.serve(read);
        });

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.NOT_OURS);

        assertThat(bench.find(id)).isInstanceOf(SyncRun.Cancelled.class);
        assertThat(bench.heldPatients()).isEmpty();
    }
}
