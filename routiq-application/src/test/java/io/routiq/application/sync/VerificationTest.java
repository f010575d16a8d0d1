package io.routiq.application.sync;

import static io.routiq.application.sync.SyncBench.DAY;
import static io.routiq.application.sync.SyncBench.NOW;
import static io.routiq.application.sync.SyncBench.ORG;
import static io.routiq.application.sync.SyncBench.appointment;
import static io.routiq.application.sync.SyncBench.patient;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.sync.DeletionAlarm;
import io.routiq.domain.sync.Differences;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOption;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run of mode {@code verify} finds, and mends only where it was asked to. */
class VerificationTest {

    private final SyncBench bench = new SyncBench();
    private final List<PracticeRecord.PatientRecord> patients = new ArrayList<>(
            IntStream.rangeClosed(1, 40).mapToObj(n -> patient("" + (1000 + n))).toList());

    @BeforeEach
    void copyAPractice() {
        bench.source.holds(SyncStream.PATIENTS, patients);
        bench.source.holds(SyncStream.APPOINTMENTS, List.of(appointment("201", "1001", NOW.plus(DAY))));
        bench.run(SyncMode.FULL);
        bench.clock.advance(DAY);
    }

    @Test
    void findsNothingWhereTheCopyEqualsTheSource() {
        assertThat(verify().differences()).isEqualTo(Differences.NONE);
    }

    @Test
    void countsDifferencesAndChangesNothing() {
        Map<SyncStream, Watermark> before = bench.watermarks();
        damage();

        SyncProgress found = verify();

        assertThat(found.differences()).isEqualTo(new Differences(1, 1, 1));
        assertThat(found.stream(SyncStream.APPOINTMENTS).differences()).isEqualTo(new Differences(0, 1, 0));
        assertThat(bench.heldPatients()).contains("1040").doesNotContain("1041");
        assertThat(bench.startOf("201")).contains(NOW.plus(DAY));
        assertThat(bench.watermarks()).isEqualTo(before);
    }

    @Test
    void mendsDifferencesWhereAskedTo() {
        damage();
        verify();

        SyncProgress mended = verify(SyncOption.REPAIR);

        assertThat(mended.differences()).isEqualTo(new Differences(1, 1, 1));
        assertThat(verify().differences()).isEqualTo(Differences.NONE);
        assertThat(bench.heldPatients()).contains("1041").doesNotContain("1040");
    }

    @Test
    void costsWhatAFullRunCosts() {
        int before = bench.source.reads().size();
        bench.run(SyncMode.FULL);
        int full = bench.source.reads().size() - before;

        verify();

        assertThat(bench.source.reads().size() - before - full).isEqualTo(full);
    }

    @Test
    void saysSoWhereThePagesWereShort() {
        bench.source.whole(false);

        assertThat(verify().alarm()).isEqualTo(DeletionAlarm.SHORT_READ);
    }

    /** One patient came and one went, and an appointment moved, all without a sign. */
    private void damage() {
        patients.removeLast();
        patients.add(patient("1041"));
        bench.source.holds(SyncStream.PATIENTS, patients);
        bench.source.holds(SyncStream.APPOINTMENTS, List.of(appointment("201", "1001", NOW.plus(DAY.multipliedBy(2)))));
    }

    private SyncProgress verify(SyncOption... options) {
        SyncRunId id = bench.start(SyncMode.VERIFY, options);
        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);
        return bench.find(id).progress();
    }
}
