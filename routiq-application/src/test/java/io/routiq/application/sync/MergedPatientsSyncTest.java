package io.routiq.application.sync;

import static io.routiq.application.sync.SyncBench.DAY;
import static io.routiq.application.sync.SyncBench.NOW;
import static io.routiq.application.sync.SyncBench.ORG;
import static io.routiq.application.sync.SyncBench.appointment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.routiq.application.practice.InMemoryPracticeCopy.Visit;
import io.routiq.application.practice.PracticeRecord.PatientRecord;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.application.practice.Selection.OfPatients;
import io.routiq.domain.patient.Patient;
import io.routiq.domain.patient.PatientId;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncFailure.Cause;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A merge may move visits at the source without giving them a new version: they are read again. */
class MergedPatientsSyncTest {

    private final SyncBench bench = new SyncBench();

    @Test
    void readsMovedVisitsAgainWhenAMergeIsUndone() {
        hold("200", null, 0, "100");
        bench.run(SyncMode.FULL);

        hold("200", "100", 1, "100");
        bench.run(SyncMode.INCREMENTAL);
        hold("200", null, 2, "200");
        bench.run(SyncMode.INCREMENTAL);

        assertThat(visitors()).containsExactly("200");
    }

    @Test
    void readsThemInTheNextRunIfThisOneFails() {
        hold("200", "100", 1, "100");
        bench.run(SyncMode.FULL);
        hold("200", null, 2, "200");
        SyncRunId id = bench.start(SyncMode.INCREMENTAL);
        for (int read = 0; read < 20; read++) {
            bench.source.nextRead(asked -> {
                if (asked.selection() instanceof OfPatients) {
                    throw new PracticeSystemException(SyncFailure.of(Cause.PROVIDER_ERROR));
                }
                return bench.serve(asked);
            });
        }
        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.FAILED);
        bench.source.forgetScript();
        assertThat(visitors()).containsExactly("100");

        bench.run(SyncMode.INCREMENTAL);

        assertThat(visitors()).containsExactly("200");
    }

    @Test
    void readsNothingTwiceWhereAFirstReadingIsTakenOver() {
        hold("200", "100", 1, "100");
        SyncRunId id = bench.start(SyncMode.FULL);
        bench.source.loseWorkerAt(read -> read.stream() == SyncStream.LOCATIONS);
        assertThatThrownBy(() -> bench.runSync.run(ORG, id)).isInstanceOf(IllegalStateException.class);

        bench.runSync.run(ORG, id);

        assertThat(bench.source.reads()).noneMatch(read -> read.selection() instanceof OfPatients);
        assertThat(visitors()).containsExactly("100");
    }

    @Test
    void readsASurvivorWhoComesBeforeTheMergedOne() {
        hold("200", "100", 1, "200");

        bench.run(SyncMode.ACTIVE);

        assertThat(bench.heldPatients()).containsExactly("100", "200");
        assertThat(visitors()).containsExactly("100");
    }

    /** Two patients, the second perhaps merged, and one visit, always in the same version. */
    private void hold(String id, @Nullable String mergedInto, int version, String visitor) {
        bench.source.holds(SyncStream.PATIENTS, List.of(patient("100", null, 0), patient(id, mergedInto, version)));
        bench.source.holds(
                SyncStream.APPOINTMENTS,
                List.of(appointment("501", visitor, NOW.plus(DAY), NOW.minus(DAY.multipliedBy(9)))));
    }

    private static PatientRecord patient(String id, @Nullable String mergedInto, int version) {
        Instant updatedAt = NOW.plusSeconds(version);
        PatientId survivor = mergedInto == null ? null : new PatientId(mergedInto);
        return new PatientRecord(new Patient(
                new PatientId(id), "Pat", id, null, null, null, survivor, NOW.minus(DAY.multipliedBy(90)), updatedAt));
    }

    private Stream<String> visitors() {
        return bench.transactions.within(ORG, () -> bench.copy.visits(ORG)).stream()
                .map(Visit::patient)
                .map(PatientId::value);
    }
}
