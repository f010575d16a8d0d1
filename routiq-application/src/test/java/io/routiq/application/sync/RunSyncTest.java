package io.routiq.application.sync;

import static io.routiq.application.sync.SyncBench.DAY;
import static io.routiq.application.sync.SyncBench.NOW;
import static io.routiq.application.sync.SyncBench.ORG;
import static io.routiq.application.sync.SyncBench.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.connection.ConnectionSettings.DataType;
import io.routiq.application.practice.Answer;
import io.routiq.application.practice.StreamRead;
import io.routiq.application.practice.Watermarks.Watermark;
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
import org.junit.jupiter.api.Test;

class RunSyncTest {

    private final SyncBench bench = SyncBench.withPractice();

    @Test
    void copiesEverythingInAFullRun() {
        SyncRunId id = bench.start(SyncMode.FULL);

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);

        assertThat(bench.heldPatients()).hasSize(8);
        assertThat(bench.startOf("201")).isPresent();
        assertThat(bench.heldAttendees()).containsExactly("401");
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
                .forEach(n -> bench.source.nextRead(read -> bench.serveUnless(
                        broken.get() && read.stream() == SyncStream.PATIENTS, Cause.PROVIDER_ERROR, read)));
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
                .forEach(n -> bench.source.nextRead(read -> bench.serveUnless(
                        read.stream() == SyncStream.GROUP_APPOINTMENTS, Cause.PERMISSION_DENIED, read)));

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);

        assertThat(bench.find(id).progress().errors())
                .containsExactly("The API key's user may not read group_appointments; they were left out");
        assertThat(bench.watermarks()).doesNotContainKeys(SyncStream.GROUP_APPOINTMENTS, SyncStream.ATTENDEES);
    }

    @Test
    void forgetsWatermarksOfStreamsThatAreSwitchedOff() {
        bench.run(SyncMode.FULL);
        bench.wants(DataType.PATIENTS, DataType.APPOINTMENTS);

        bench.run(SyncMode.INCREMENTAL);

        assertThat(bench.watermarks())
                .containsOnlyKeys(SyncStream.PATIENTS, SyncStream.APPOINTMENTS, SyncStream.LOCATIONS);
    }
}
