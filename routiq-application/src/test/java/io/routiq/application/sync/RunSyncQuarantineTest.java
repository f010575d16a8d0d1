package io.routiq.application.sync;

import static io.routiq.application.sync.SyncBench.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.Answer;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.Quarantine;
import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.RejectedRecord;
import io.routiq.application.practice.Selection.WithIds;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Appointment 202 cannot be understood. */
class RunSyncQuarantineTest {

    private static final Quarantine.Key KEY = new Quarantine.Key(SyncStream.APPOINTMENTS, "202");

    private final SyncBench bench = SyncBench.withPractice();

    @Test
    void setsAsideWhatItCannotUnderstand() {
        SyncRunId id = runWithTheOddRecord(SyncMode.FULL);

        assertThat(bench.find(id).progress().failed()).isEqualTo(1);
        assertThat(bench.find(id).progress().errors())
                .containsExactly("1 record of appointments could not be understood and was set aside");
        assertThat(quarantine()).extracting(Quarantine.Held::key).containsExactly(KEY);
        assertThat(bench.startOf("202")).isEmpty();
        assertThat(bench.startOf("203")).isPresent();
    }

    @Test
    void asksAgainForWhatWasSetAside() {
        runWithTheOddRecord(SyncMode.FULL);
        int before = bench.source.reads().size();
        bench.clock.advance(Duration.ofHours(1));

        SyncRunId id = bench.start(SyncMode.INCREMENTAL);
        bench.runSync.run(ORG, id);

        assertThat(bench.source.reads().subList(before, bench.source.reads().size()))
                .contains(StreamRead.first(SyncStream.APPOINTMENTS, new WithIds(List.of("202"))));
        assertThat(bench.startOf("202")).isPresent();
        assertThat(quarantine()).isEmpty();
        assertThat(bench.find(id).progress().errors()).isEmpty();
    }

    @Test
    void saysAgainWhatIsStillOdd() {
        runWithTheOddRecord(SyncMode.FULL);
        bench.clock.advance(Duration.ofHours(1));

        SyncRunId id = runWithTheOddRecord(SyncMode.INCREMENTAL);

        assertThat(bench.find(id).progress().errors()).hasSize(1);
        assertThat(quarantine())
                .singleElement()
                .extracting(Quarantine.Held::attempts)
                .isEqualTo(2);
    }

    @Test
    void forgetsWhatIsNotThereAnyMore() {
        runWithTheOddRecord(SyncMode.FULL);
        bench.source.holds(SyncStream.APPOINTMENTS, List.of());

        bench.run(SyncMode.INCREMENTAL);

        assertThat(quarantine()).isEmpty();
    }

    @Test
    void forgetsWhatAFullRunDoesNotMeetAgain() {
        bench.run(SyncMode.FULL);
        var nameless = List.of(new RejectedRecord(RejectedRecord.NO_ID, "id is missing"));
        bench.transactions.within(
                ORG, () -> bench.copy.quarantine().setAside(ORG, SyncStream.APPOINTMENTS, nameless, SyncBench.NOW));
        bench.clock.advance(Duration.ofHours(1));

        bench.run(SyncMode.INCREMENTAL);
        assertThat(quarantine()).hasSize(1);

        bench.run(SyncMode.FULL);
        assertThat(quarantine()).isEmpty();
    }

    @Test
    void setsAsidePatientsWhoAreNamedButNotThere() {
        bench.source.holds(SyncStream.APPOINTMENTS, List.of(SyncBench.appointment("209", "999", SyncBench.NOW)));
        bench.run(SyncMode.FULL);
        bench.run(SyncMode.INCREMENTAL);

        assertThat(quarantine()).singleElement().satisfies(held -> {
            assertThat(held.key()).isEqualTo(new Quarantine.Key(SyncStream.PATIENTS, "999"));
            assertThat(held.attempts()).isEqualTo(2);
        });

        bench.source.holds(SyncStream.PATIENTS, List.of(SyncBench.patient("999")));
        bench.run(SyncMode.INCREMENTAL);
        assertThat(quarantine()).isEmpty();
        assertThat(bench.heldPatients()).contains("999");
    }

    private SyncRunId runWithTheOddRecord(SyncMode mode) {
        SyncRunId id = bench.start(mode);
        for (int read = 0; read < 50; read++) {
            bench.source.nextRead(this::oddly);
        }
        assertThat(bench.runSync.run(ORG, id)).isEqualTo(RunSync.Outcome.COMPLETED);
        bench.source.forgetScript();
        return id;
    }

    private Answer<RecordPage> oddly(StreamRead read) {
        RecordPage page = bench.source.page(read);
        List<PracticeRecord> good = page.records().stream()
                .filter(record -> !new Quarantine.Key(record.stream(), record.id()).equals(KEY))
                .toList();
        List<RejectedRecord> odd = good.size() == page.records().size()
                ? List.of()
                : List.of(new RejectedRecord("202", "starts_at is missing"));
        return new Answer.Given<>(
                new RecordPage(good, odd, page.absent(), true, page.expected(), page.cursors(), page.asOf()), 1);
    }

    private List<Quarantine.Held> quarantine() {
        return bench.transactions.within(ORG, () -> bench.copy.quarantine().list(ORG, null, 100));
    }
}
