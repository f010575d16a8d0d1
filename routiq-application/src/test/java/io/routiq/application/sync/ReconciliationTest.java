package io.routiq.application.sync;

import static io.routiq.application.sync.SyncBench.ORG;
import static io.routiq.application.sync.SyncBench.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.routiq.application.connection.ConnectionSettings.DataType;
import io.routiq.application.practice.Selection.WithIds;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.sync.DeletionAlarm;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOption;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a record that has vanished at the source is deleted, and when it is not. */
class ReconciliationTest {

    private final SyncBench bench = new SyncBench();

    @BeforeEach
    void readAPracticeOfFortyPatients() {
        holdPatients(1, 40);
        run();
        assertThat(bench.heldPatients()).hasSize(40);
    }

    @Test
    void deletesWhatTwoFullRunsFoundGone() {
        holdPatients(1, 39);

        assertThat(run().errors()).isEmpty();
        assertThat(bench.heldPatients()).hasSize(40);
        run();

        assertThat(bench.heldPatients()).hasSize(39).doesNotContain("1040");
    }

    @Test
    void deletesNothingInOtherModes() {
        holdPatients(1, 39);

        run();
        bench.run(SyncMode.INCREMENTAL);
        bench.run(SyncMode.ACTIVE);

        assertThat(bench.heldPatients()).hasSize(40);
    }

    @Test
    void startsAgainWhenTheRecordHadComeBack() {
        holdPatients(1, 39);
        run();
        holdPatients(1, 40);
        run();
        holdPatients(1, 39);
        run();

        assertThat(bench.heldPatients()).hasSize(40);
    }

    @Test
    void keepsWhatIsThereWhenItIsAskedFor() {
        SyncRunId id = bench.start(SyncMode.FULL);
        for (int read = 0; read < 20; read++) {
            bench.source.nextRead(asked -> {
                holdPatients(1, asked.selection() instanceof WithIds ? 40 : 39);
                return bench.serve(asked);
            });
        }
        bench.runSync.run(ORG, id);
        bench.source.forgetScript();
        holdPatients(1, 39);
        run();

        assertThat(bench.heldPatients()).hasSize(40);
    }

    @Test
    void asksForEachVanishedRecordAlone() {
        holdPatients(1, 38);
        int before = bench.source.reads().size();

        run();

        assertThat(bench.source.reads().stream().skip(before).filter(StreamRead::namesIds))
                .extracting(StreamRead::selection)
                .containsExactlyInAnyOrder(new WithIds(List.of("1039")), new WithIds(List.of("1040")));
    }

    @Test
    void raisesAnAlarmWhenTooManyVanish() {
        holdPatients(1, 37);

        run();
        SyncProgress again = run();

        assertThat(bench.heldPatients()).hasSize(40);
        assertThat(again.alarm()).isEqualTo(DeletionAlarm.TOO_MANY);
        assertThat(again.errors())
                .singleElement()
                .asString()
                .startsWith(
                        "3 of 40 records of patients were not found at the source, and nothing of them was deleted");
    }

    @Test
    void takesOneInTwentyForBelievableAndNoMore() {
        holdPatients(1, 38);
        run();
        assertThat(run().alarm()).isNull();
        assertThat(bench.heldPatients()).hasSize(38);
    }

    @Test
    void takesFiftyForBelievableAndNoMore() {
        holdPatients(1, 2000);
        run();
        holdPatients(1, 1949);
        assertThat(run().alarm()).isEqualTo(DeletionAlarm.TOO_MANY);
        holdPatients(1, 1950);
        run();
        assertThat(run().alarm()).isNull();
        assertThat(bench.heldPatients()).hasSize(1950);
    }

    @Test
    void goesOnWhereALostWorkerWasAsking() {
        holdPatients(1, 38);
        run();
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.loseWorkerAt(
                asked -> asked.equals(StreamRead.first(SyncStream.PATIENTS, new WithIds(List.of("1040")))));
        assertThatThrownBy(() -> bench.runSync.run(ORG, id)).isInstanceOf(IllegalStateException.class);
        assertThat(bench.heldPatients()).hasSize(40);

        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);

        assertThat(bench.heldPatients()).hasSize(38);
    }

    @Test
    void keepsNothingOfACancelledRunForTheNextOne() {
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.nextRead(read -> {
            bench.cancel().cancel(ORG, id);
            return bench.serve(read);
        });
        bench.runSync.run(ORG, id);
        holdPatients(1, 39);

        run();
        run();

        assertThat(bench.heldPatients()).hasSize(39);
    }

    @Test
    void deletesWhatAnAdministratorHasConfirmed() {
        holdPatients(1, 5);
        run();

        SyncProgress confirmed = run(SyncOption.CONFIRM_DELETIONS);

        assertThat(confirmed.alarm()).isNull();
        assertThat(bench.heldPatients()).hasSize(5);
    }

    @Test
    void raisesAnAlarmWhenPagesWereShort() {
        holdPatients(1, 39);
        run();
        bench.source.whole(false);

        assertThat(run(SyncOption.CONFIRM_DELETIONS).alarm()).isEqualTo(DeletionAlarm.SHORT_READ);
        assertThat(bench.heldPatients()).hasSize(40);
    }

    @Test
    void raisesAnAlarmWhenSomebodyElseReads() {
        bench.source.reader("receptionist");
        holdPatients(1, 39);

        run();
        assertThat(run().alarm()).isEqualTo(DeletionAlarm.OTHER_READER);
        assertThat(bench.heldPatients()).hasSize(40);

        run(SyncOption.CONFIRM_DELETIONS);
        assertThat(bench.heldPatients()).hasSize(39);
    }

    @Test
    void trustsAnotherReaderWhoMissesNothing() {
        bench.source.reader("receptionist");
        run();
        holdPatients(1, 39);
        run();
        run();

        assertThat(bench.heldPatients()).hasSize(39);
    }

    @Test
    void deletesNothingOfAStreamThatIsNotRead() {
        bench.wants(DataType.APPOINTMENTS);
        holdPatients(1, 1);
        run();

        assertThat(run().errors()).isEmpty();
        assertThat(bench.heldPatients()).hasSize(40);
    }

    private void holdPatients(int from, int to) {
        bench.source.holds(
                SyncStream.PATIENTS,
                IntStream.rangeClosed(from, to)
                        .mapToObj(n -> patient(Integer.toString(1000 + n)))
                        .toList());
    }

    private SyncProgress run(SyncOption... options) {
        SyncRunId id = bench.start(SyncMode.FULL, options);
        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);
        return bench.find(id).progress();
    }
}
