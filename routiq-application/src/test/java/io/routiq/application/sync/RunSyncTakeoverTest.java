package io.routiq.application.sync;

import static io.routiq.application.sync.SyncBench.NOW;
import static io.routiq.application.sync.SyncBench.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.routiq.application.StorageUnavailable;
import io.routiq.application.connection.ConnectionSettings.DataType;
import io.routiq.application.practice.Answer;
import io.routiq.application.practice.FakePracticeSystem;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncFailure.Cause;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RunSyncTakeoverTest {

    private final SyncBench bench = SyncBench.withPractice();

    @Test
    void goesOnWhereALostWorkerStopped() {
        SyncRunId id = bench.start(SyncMode.FULL);
        for (int read = 0; read < 6; read++) {
            bench.source.nextRead(bench::serve);
        }
        bench.source.nextRead(read -> {
            throw new IllegalStateException("The machine is gone");
        });
        assertThatThrownBy(() -> bench.runSync.run(ORG, id)).isInstanceOf(IllegalStateException.class);
        List<StreamRead> left = bench.open(id);
        int before = bench.source.reads().size();

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);

        List<StreamRead> again =
                bench.source.reads().subList(before, bench.source.reads().size());
        assertThat(again).containsAll(left);
        assertThat(bench.find(id).attempt()).isEqualTo(2);
        assertThat(bench.find(id).progress().stream(SyncStream.PATIENTS).fetched())
                .isEqualTo(8);
        assertThat(bench.heldPatients()).hasSize(8);
    }

    @Test
    void givesUpARunThatLosesItsWorkersAgainAndAgain() {
        SyncRunId id = bench.start(SyncMode.FULL);
        for (int attempt = 1; attempt <= 5; attempt++) {
            loseAWorker(progress -> progress);
        }

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.NOT_OURS);

        assertThat(failure(id)).isEqualTo(Cause.WORKER_LOST);
    }

    @Test
    void failsAtItsLastAttemptWithWhatNobodyForesaw() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.accounts(key -> {
            throw new IllegalStateException("A defect");
        });
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(bench.find(id)).isInstanceOf(SyncRun.Active.class);
            assertThatThrownBy(() -> bench.runSync.run(ORG, id)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(failure(id)).isEqualTo(Cause.INTERNAL_ERROR);
        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.NOT_OURS);
        assertThat(bench.open(id)).isEmpty();
    }

    @Test
    void failsAtItsLastAttemptWithoutAStore() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.accounts(key -> {
            bench.transactions.failNext(new StorageUnavailable(new IllegalStateException("gone")));
            return new Answer.Given<>(FakePracticeSystem.ACCOUNT, 1);
        });
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThatThrownBy(() -> bench.runSync.run(ORG, id)).isInstanceOf(StorageUnavailable.class);
        }

        assertThat(failure(id)).isEqualTo(Cause.STORAGE_UNAVAILABLE);
    }

    @Test
    void isNotGivenUpWhileItGetsOn() {
        SyncRunId id = bench.start(SyncMode.FULL);
        for (int attempt = 1; attempt <= 8; attempt++) {
            loseAWorker(progress -> progress.with(
                    SyncStream.PATIENTS, progress.stream(SyncStream.PATIENTS).plus(1, 0, 1, NOW), 1, NOW));
        }

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);
    }

    @Test
    void keepsToTheStreamsThatItBeganWith() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.nextRead(read -> {
            throw new IllegalStateException("The machine is gone");
        });
        assertThatThrownBy(() -> bench.runSync.run(ORG, id)).isInstanceOf(IllegalStateException.class);
        bench.wants(DataType.PATIENTS);

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);

        assertThat(bench.watermarks()).hasSize(SyncStream.values().length);
        assertThat(bench.heldAttendees()).containsExactly("401");
    }

    @Test
    void handsItsRunOverWhenInterrupted() {
        SyncRunId id = bench.start(SyncMode.FULL);
        Thread.currentThread().interrupt();

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.HANDED_OVER);

        assertThat(bench.find(id)).isInstanceOf(SyncRun.Queued.class);
        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);
        assertThat(bench.heldPatients()).hasSize(8);
    }

    @Test
    void handsItsRunOverWhenInterruptedWhileAsking() {
        SyncRunId id = bench.start(SyncMode.FULL);
        Thread worker = Thread.currentThread();
        bench.source.accounts(key -> {
            worker.interrupt();
            throw new PracticeSystemException(SyncFailure.of(Cause.CANCELLED));
        });

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.HANDED_OVER);

        assertThat(bench.find(id)).isInstanceOf(SyncRun.Queued.class);
    }

    private Cause failure(SyncRunId id) {
        return ((SyncRun.Failed) bench.find(id)).failure().cause();
    }

    /** A worker claims the run, brings it so far, and is gone. */
    private void loseAWorker(UnaryOperator<SyncProgress> reached) {
        bench.transactions.within(ORG, () -> {
            SyncRun.Active lost = bench.runs.active(ORG).orElseThrow();
            SyncRun.Queued queued = lost instanceof SyncRun.Running running ? running.release() : (SyncRun.Queued) lost;
            SyncRun.Running claimed = queued.claim(NOW);
            bench.runs.save(ORG, lost, claimed);
            bench.runs.save(ORG, claimed, claimed.advance(reached.apply(claimed.progress())));
        });
    }
}
