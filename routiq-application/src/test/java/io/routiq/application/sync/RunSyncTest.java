package io.routiq.application.sync;

import static io.routiq.application.sync.SyncBench.NOW;
import static io.routiq.application.sync.SyncBench.ORG;
import static io.routiq.application.sync.SyncBench.appointment;
import static io.routiq.application.sync.SyncBench.attendee;
import static io.routiq.application.sync.SyncBench.group;
import static io.routiq.application.sync.SyncBench.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.routiq.application.connection.Connection;
import io.routiq.application.practice.Answer;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeRecord.AttendeeRecord;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.RejectedRecord;
import io.routiq.application.practice.StreamRead;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncFailure.Cause;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunSyncTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final SyncBench bench = new SyncBench();

    @BeforeEach
    void practice() {
        bench.source.pageSize(3);
        bench.source.holds(
                SyncStream.PATIENTS,
                IntStream.rangeClosed(1, 8).mapToObj(n -> patient("10" + n)).toList());
        bench.source.holds(
                SyncStream.APPOINTMENTS,
                List.of(
                        appointment("201", "101", NOW.minus(DAY.multipliedBy(400))),
                        appointment("202", "102", NOW.minus(DAY.multipliedBy(10))),
                        appointment("203", "103", NOW.plus(DAY)),
                        appointment("204", "102", NOW.plus(DAY.multipliedBy(9)))));
        bench.source.holds(SyncStream.GROUP_APPOINTMENTS, List.of(group("301", NOW.plus(DAY.multipliedBy(2)))));
        bench.source.holds(SyncStream.ATTENDEES, List.of(attendee("401", "301", "104"), attendee("402", "202", "102")));
    }

    @Test
    void copiesEverythingInAFullRun() {
        SyncRunId id = bench.start(SyncMode.FULL);

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);

        assertThat(bench.heldPatients()).hasSize(8);
        assertThat(bench.startOf("201")).isPresent();
        assertThat(attendees()).extracting(AttendeeRecord::id).containsExactly("401");
        SyncRun.Completed run = (SyncRun.Completed) bench.find(id);
        assertThat(run.progress().percentage()).isEqualTo(100);
        assertThat(run.progress().activePatients()).isEqualTo(3);
        assertThat(run.progress().stream(SyncStream.PATIENTS).fetched()).isEqualTo(8);
        assertThat(run.progress().stream(SyncStream.PATIENTS).total()).isEqualTo(8);
        assertThat(bench.watermarks())
                .hasSize(SyncStream.values().length)
                .allSatisfy((stream, watermark) -> assertThat(watermark).isEqualTo(new Watermark(NOW, null)));
    }

    @Test
    void readsOnlyTheWindowAndItsPatientsWhenActive() {
        assertThat(bench.run(SyncMode.ACTIVE)).isEqualTo(RunSync.Outcome.COMPLETED);

        assertThat(bench.heldPatients()).containsExactly("102", "103", "104");
        assertThat(bench.startOf("201")).isEmpty();
        assertThat(bench.watermark(SyncStream.PATIENTS).covers(NOW.minus(DAY.multipliedBy(30))))
                .isTrue();
        assertThat(bench.watermark(SyncStream.PATIENTS).coversAll()).isFalse();
    }

    @Test
    void readsOneUnchangedPagePerStreamWhenIncremental() {
        bench.run(SyncMode.FULL);
        int before = bench.source.reads().size();
        bench.clock.advance(Duration.ofHours(1));

        assertThat(bench.run(SyncMode.INCREMENTAL)).isEqualTo(RunSync.Outcome.COMPLETED);

        List<StreamRead> reads =
                bench.source.reads().subList(before, bench.source.reads().size());
        assertThat(reads).extracting(StreamRead::stream).doesNotHaveDuplicates().hasSize(7);
        assertThat(bench.watermark(SyncStream.APPOINTMENTS).asOf()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void seesAVisitMovedOutOfTheWindowAfterAFailure() {
        AtomicBoolean broken = new AtomicBoolean(true);
        IntStream.range(0, 20)
                .forEach(n -> bench.source.nextRead(read -> broken.get() && read.stream() == SyncStream.PATIENTS
                        ? refuse(Cause.PROVIDER_ERROR)
                        : serve(read)));
        assertThat(bench.run(SyncMode.ACTIVE)).isEqualTo(RunSync.Outcome.FAILED);
        assertThat(bench.startOf("202")).hasValue(NOW.minus(DAY.multipliedBy(10)));
        broken.set(false);
        bench.clock.advance(Duration.ofHours(1));
        Instant longAgo = NOW.minus(DAY.multipliedBy(90));
        bench.source.holds(SyncStream.APPOINTMENTS, List.of(appointment("202", "102", longAgo, bench.clock.instant())));

        assertThat(bench.run(SyncMode.ACTIVE)).isEqualTo(RunSync.Outcome.COMPLETED);

        assertThat(bench.startOf("202")).hasValue(longAgo);
    }

    @Test
    void failsWithTheCauseAndLeavesNothingOpen() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.nextRead(read -> refuse(Cause.PROVIDER_UNAVAILABLE));

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.FAILED);

        SyncRun.Failed run = (SyncRun.Failed) bench.find(id);
        assertThat(run.failure().cause()).isEqualTo(Cause.PROVIDER_UNAVAILABLE);
        assertThat(open(id)).isEmpty();
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
    void storesNothingAfterACancellation() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.nextRead(read -> {
            bench.cancel().cancel(ORG, id);
            return new Answer.Given<>(bench.source.page(read), 1);
        });

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.NOT_OURS);

        assertThat(bench.find(id)).isInstanceOf(SyncRun.Cancelled.class);
        assertThat(bench.heldPatients()).isEmpty();
        assertThat(open(id)).isEmpty();
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
            return serve(read);
        });

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.NOT_OURS);

        assertThat(bench.find(id)).isInstanceOf(SyncRun.Cancelled.class);
        assertThat(bench.heldPatients()).isEmpty();
        assertThat(open(id)).isEmpty();
    }

    @Test
    void goesOnWhereALostWorkerStopped() {
        SyncRunId id = bench.start(SyncMode.FULL);
        for (int read = 0; read < 6; read++) {
            bench.source.nextRead(this::serve);
        }
        bench.source.nextRead(read -> {
            throw new IllegalStateException("The machine is gone");
        });
        assertThatThrownBy(() -> bench.runSync.run(ORG, id)).isInstanceOf(IllegalStateException.class);
        List<StreamRead> left = open(id);
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
        bench.source.accounts(key -> {
            throw new IllegalStateException("The machine is gone");
        });
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThatThrownBy(() -> bench.runSync.run(ORG, id)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.NOT_OURS);

        assertThat(((SyncRun.Failed) bench.find(id)).failure().cause()).isEqualTo(Cause.WORKER_LOST);
    }

    @Test
    void waitsForTheRateLimitAndSaysSo() {
        SyncRunId id = bench.start(SyncMode.FULL);
        Instant resume = NOW.plusSeconds(40);
        bench.source.nextRead(read -> new Answer.NotBefore<>(resume));
        bench.source.nextRead(read -> {
            bench.clock.set(resume);
            return new Answer.Given<>(bench.source.page(read), 1);
        });

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);

        assertThat(bench.heldPatients()).hasSize(8);
        assertThat(bench.find(id).progress().resumeAt()).isNull();
    }

    @Test
    void leavesOutWhatTheKeyMayNotRead() {
        SyncRunId id = bench.start(SyncMode.FULL);
        IntStream.range(0, 7)
                .forEach(n -> bench.source.nextRead(read -> read.stream() == SyncStream.GROUP_APPOINTMENTS
                        ? refuse(Cause.PERMISSION_DENIED)
                        : serve(read)));

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);

        assertThat(bench.find(id).progress().errors())
                .containsExactly("The API key's user may not read group_appointments; they were left out");
        assertThat(bench.watermarks()).doesNotContainKeys(SyncStream.GROUP_APPOINTMENTS, SyncStream.ATTENDEES);
    }

    @Test
    void failsWhenPatientsMayNotBeRead() {
        SyncRunId id = bench.start(SyncMode.FULL);
        IntStream.range(0, 7)
                .forEach(n -> bench.source.nextRead(
                        read -> read.stream() == SyncStream.PATIENTS ? refuse(Cause.PERMISSION_DENIED) : serve(read)));

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.FAILED);

        assertThat(((SyncRun.Failed) bench.find(id)).failure().cause()).isEqualTo(Cause.PERMISSION_DENIED);
    }

    @Test
    void setsAsideWhatItCannotUnderstand() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.nextRead(read -> {
            RecordPage page = bench.source.page(read);
            return new Answer.Given<>(
                    new RecordPage(
                            page.records(),
                            List.of(new RejectedRecord("77", "starts_at is missing")),
                            page.expected(),
                            page.cursors(),
                            page.asOf()),
                    1);
        });

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);

        assertThat(bench.find(id).progress().failed()).isEqualTo(1);
        assertThat(bench.find(id).progress().errors())
                .singleElement()
                .asString()
                .startsWith("1 records of ");
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
        bench.source.accounts(key -> {
            Thread.currentThread().interrupt();
            throw new PracticeSystemException(SyncFailure.of(Cause.CANCELLED));
        });

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.HANDED_OVER);

        assertThat(bench.find(id)).isInstanceOf(SyncRun.Queued.class);
    }

    private Answer<RecordPage> serve(StreamRead read) {
        return new Answer.Given<>(bench.source.page(read), 1);
    }

    private static Answer<RecordPage> refuse(Cause cause) {
        throw new PracticeSystemException(SyncFailure.of(cause));
    }

    private List<StreamRead> open(SyncRunId id) {
        return bench.transactions.within(ORG, () -> bench.checkpoints.open(ORG, id));
    }

    private List<AttendeeRecord> attendees() {
        return bench.transactions.within(ORG, () -> bench.copy.all(ORG, AttendeeRecord.class));
    }
}
