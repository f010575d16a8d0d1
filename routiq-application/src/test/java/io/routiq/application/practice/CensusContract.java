package io.routiq.application.practice;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.patient;
import static io.routiq.domain.sync.SyncStream.APPOINTMENTS;
import static io.routiq.domain.sync.SyncStream.PATIENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.Census.Absence;
import io.routiq.application.practice.Census.Count;
import io.routiq.application.sync.SampleRuns;
import io.routiq.application.sync.SyncRuns;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Census} promises. */
public abstract class CensusContract extends CopyFixture {

    private final SampleRuns samples = new SampleRuns(ours);
    private SyncRunId first = samples.queued().id();
    private SyncRunId second = samples.queued().id();

    /** Runs of the same implementation. */
    protected abstract SyncRuns runs();

    @BeforeEach
    void holdThreePatients() {
        store(
                patient("1001").record(),
                patient("1002").record(),
                patient("1003").record());
        first = ended();
        second = ended();
    }

    private SyncRunId ended() {
        SyncRun.Queued run = samples.queued();
        within(ours, () -> runs().add(ours, run));
        within(ours, () -> runs().save(ours, run, run.cancel(NOW)));
        return run.id();
    }

    @Test
    void countsWhatARunHasNotMet() {
        meet(first, "1001", "1002", "9999");
        meet(first, "1002");

        assertThat(count(first)).isEqualTo(new Count(3, 1));
        assertThat(toAskFor(first)).containsExactly("1003");
    }

    @Test
    void keepsRunsStreamsAndOrganizationsApart() {
        meet(first, "1001");
        store(appointment("1001", "1001", NOW).record());
        run(() -> census().meet(ours, second, APPOINTMENTS, List.of("1002"), true));

        assertThat(toAskFor(second)).containsExactly("1001", "1002", "1003");
        assertThat(within(ours, () -> census().count(ours, second, APPOINTMENTS)))
                .isEqualTo(new Count(1, 1));
        store(theirs, List.of(patient("1001").record()));
        assertThat(within(theirs, () -> census().count(theirs, first, PATIENTS)))
                .isEqualTo(new Count(1, 1));
    }

    @Test
    void isWholeUntilAPageIsNot() {
        assertThat(isWhole(first)).isTrue();
        meet(first, "1001");
        assertThat(isWhole(first)).isTrue();
        run(() -> census().meet(ours, first, PATIENTS, List.of(), false));

        assertThat(isWhole(first)).isFalse();
        assertThat(isWhole(second)).isTrue();
        assertThat(within(ours, () -> census().isWhole(ours, first, APPOINTMENTS)))
                .isTrue();
    }

    @Test
    void knowsWhatTwoRunsFoundAbsent() {
        absent(first, "1002", "1003");
        assertThat(absences(first)).containsExactly(new Absence("1002", false), new Absence("1003", false));
        assertThat(toAskFor(first)).containsExactly("1001");
        absent(first, "1002");
        assertThat(absences(first)).contains(new Absence("1002", false));

        absent(second, "1002");

        assertThat(absences(second)).containsExactly(new Absence("1002", true));
        assertThat(absences(first)).containsExactly(new Absence("1003", false));
        assertThat(toAskFor(second)).containsExactly("1001", "1003");
    }

    @Test
    void forgetsAnAbsenceWhenTheRecordIsMet() {
        absent(first, "1002");
        meet(first, "1002");
        absent(second, "1002");

        assertThat(absences(second)).containsExactly(new Absence("1002", false));
    }

    @Test
    void forgetsAnAbsenceWhenTheRecordIsStoredAgain() {
        absent(first, "1002");
        store(patient("1002").record());
        absent(second, "1002");

        assertThat(absences(second)).containsExactly(new Absence("1002", false));
    }

    @Test
    void knowsNoAbsenceOfWhatTheCopyDoesNotHold() {
        absent(first, "9999");

        assertThat(absences(first)).isEmpty();
    }

    @Test
    void forgetsAnAbsenceWhenTheRecordIsRemoved() {
        absent(first, "1002");
        run(() -> ports().copy().remove(ours, PATIENTS, List.of("1002")));
        store(patient("1002").record());
        absent(second, "1002");

        assertThat(absences(second)).containsExactly(new Absence("1002", false));
    }

    @Test
    void forgetsPagesButNotAbsencesWhenARunEnds() {
        meet(first, "1001");
        absent(first, "1002");

        run(() -> census().close(ours));

        assertThat(count(first)).isEqualTo(new Count(3, 3));
        assertThat(absences(first)).hasSize(1);
    }

    @Test
    void remembersWhoIsTrustedToReadAll() {
        assertThat(within(ours, () -> census().reader(ours))).isEmpty();

        run(() -> census().trust(ours, "one"));
        run(() -> census().trust(ours, "other"));

        assertThat(within(ours, () -> census().reader(ours))).contains("other");
        assertThat(within(theirs, () -> census().reader(theirs))).isEmpty();
    }

    @Test
    void forgetsAllWithTheCopy() {
        meet(first, "1001");
        absent(first, "1002");
        run(() -> census().trust(ours, "one"));

        run(() -> ports().copy().clear(ours));

        store(patient("1001").record());
        assertThat(count(first)).isEqualTo(new Count(1, 1));
        assertThat(absences(first)).isEmpty();
        assertThat(within(ours, () -> census().reader(ours))).isEmpty();
    }

    private Census census() {
        return ports().census();
    }

    private void run(Runnable work) {
        ports().transactions().within(ours, work);
    }

    private void meet(SyncRunId run, String... ids) {
        run(() -> census().meet(ours, run, PATIENTS, List.of(ids), true));
    }

    private void absent(SyncRunId run, String... ids) {
        run(() -> census().absent(ours, run, PATIENTS, List.of(ids)));
    }

    private Count count(SyncRunId run) {
        return within(ours, () -> census().count(ours, run, PATIENTS));
    }

    private List<String> toAskFor(SyncRunId run) {
        return within(ours, () -> census().toAskFor(ours, run, PATIENTS));
    }

    private List<Absence> absences(SyncRunId run) {
        return within(ours, () -> census().absences(ours, run, PATIENTS));
    }

    private boolean isWhole(SyncRunId run) {
        return within(ours, () -> census().isWhole(ours, run, PATIENTS));
    }
}
