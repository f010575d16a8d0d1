package io.routiq.application.practice;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.groupClass;
import static io.routiq.application.practice.Samples.patient;
import static io.routiq.application.practice.Samples.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.domain.patient.PatientId;
import io.routiq.domain.sync.SyncStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link PracticeCopy} promises of patients who were merged into others. */
public abstract class MergedPatientsContract extends CopyFixture {

    @Test
    void countsTheVisitsOfAMergedPatientForTheSurvivor() {
        storeFourWithAVisitEach();

        store(patient("1001").mergedInto("1002").version(1).record());

        assertThat(visits("1002")).isEqualTo(2);
        assertThat(summary("1002").last()).isEqualTo(hours(-1));
        assertThat(summaries(ours)).doesNotContainKey("1001");
    }

    @Test
    void countsPlacesInClassesForTheSurvivorToo() {
        store(patient("1001").record(), patient("1002").record());
        store(
                groupClass("6001", hours(-7)).record(),
                place("7001", "6001", "1001").record());

        store(patient("1001").mergedInto("1002").version(1).record());

        assertThat(visits("1002")).isEqualTo(1);
        assertThat(summary("1002").last()).isEqualTo(hours(-7));
        assertThat(stats(ours).active()).isEqualTo(1);
    }

    @Test
    void followsAChainToItsEndInWhateverOrderItComes() {
        storeFourWithAVisitEach();

        store(patient("1002").mergedInto("1003").version(1).record());
        store(patient("1001").mergedInto("1002").version(1).record());
        store(patient("1003").mergedInto("1004").version(1).record());

        assertThat(visits("1004")).isEqualTo(4);
        assertThat(summaries(ours)).containsOnlyKeys("1004");
    }

    @Test
    void findsNoEndOfACircle() {
        storeFourWithAVisitEach();

        store(
                patient("1001").mergedInto("1002").version(1).record(),
                patient("1002").mergedInto("1003").version(1).record(),
                patient("1003").mergedInto("1001").version(1).record());

        assertThat(summaries(ours)).containsOnlyKeys("1004");
        assertThat(visits("1004")).isEqualTo(1);
    }

    @Test
    void followsTheRestOfACircleThatIsOpened() {
        storeFourWithAVisitEach();
        store(
                patient("1001").mergedInto("1002").version(1).record(),
                patient("1002").mergedInto("1003").version(1).record(),
                patient("1003").mergedInto("1001").version(1).record());

        store(patient("1003").version(2).record());

        assertThat(visits("1003")).isEqualTo(3);
    }

    @Test
    void restoresWhatAnUndoneMergeHadMoved() {
        storeFourWithAVisitEach();
        store(patient("1001").mergedInto("1002").version(1).record());

        store(patient("1001").version(2).record());

        assertThat(visits("1001")).isEqualTo(1);
        assertThat(visits("1002")).isEqualTo(1);
        assertThat(summary("1001").last()).isEqualTo(hours(-1));
        assertThat(summary("1002").last()).isEqualTo(hours(-2));
        assertThat(stats(ours).active()).isEqualTo(4);
    }

    @Test
    void countsVisitsThatComeAfterTheMerge() {
        store(patient("1002").record(), patient("1001").mergedInto("1002").record());

        store(appointment("5001", "1001", hours(-3)).record());

        assertThat(visits("1002")).isEqualTo(1);
        assertThat(stats(ours).active()).isEqualTo(1);
    }

    @Test
    void missesASurvivorWhomItDoesNotHold() {
        store(patient("1001").mergedInto("1002").record());
        store(appointment("5001", "1001", hours(3)).record());

        assertThat(missing()).containsExactly("1002");
    }

    @Test
    void remembersWhoseMergingHasChangedUntilItIsSettled() {
        storeFourWithAVisitEach();
        assertThat(moved()).isEmpty();

        store(patient("1001").mergedInto("1002").version(1).record());
        assertThat(moved()).containsExactly("1001", "1002");
        settle("1001", "1002", "1003");
        assertThat(moved()).isEmpty();

        store(patient("1001").mergedInto("1002").version(2).record());
        store(patient("1004").version(9).record());
        assertThat(moved()).isEmpty();
        store(patient("1002").mergedInto("1003").version(1).record());
        assertThat(moved()).containsExactly("1001", "1002", "1003");
        settle("1001", "1002");
        store(patient("1002").version(2).record());
        assertThat(moved()).containsExactly("1001", "1002", "1003");
    }

    @Test
    void countsForAMergedPatientWhoseChainHasLostALink() {
        storeFourWithAVisitEach();
        store(patient("1001").mergedInto("1002").version(1).record());
        store(patient("1002").mergedInto("1003").version(1).record());

        within(ours, () -> {
            ports().copy().remove(ours, SyncStream.PATIENTS, List.of("1002"));
            return 0;
        });

        assertThat(missing()).containsExactly("1002");
        assertThat(visits("1003")).isEqualTo(1);
    }

    @Test
    void ignoresAMergeIntoThemselves() {
        store(patient("1001").mergedInto("1001").record(), patient("1002").record());
        store(appointment("5001", "1001", hours(-3)).record());

        assertThat(missing()).isEmpty();
        assertThat(moved()).isEmpty();
        assertThat(summaries(ours)).containsOnlyKeys("1002");
    }

    private void storeFourWithAVisitEach() {
        for (int n = 1; n <= 4; n++) {
            store(
                    patient("100" + n).record(),
                    appointment("500" + n, "100" + n, hours(-n)).record());
        }
    }

    private List<String> moved() {
        return within(ours, () -> ports().copy().moved(ours)).stream()
                .map(PatientId::value)
                .toList();
    }

    private void settle(String... ids) {
        within(ours, () -> {
            ports().copy().settle(ours, Stream.of(ids).map(PatientId::new).toList());
            return ids;
        });
    }

    private int visits(String id) {
        return summary(id).totalCount();
    }
}
