package io.routiq.application.practice;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.groupClass;
import static io.routiq.application.practice.Samples.patient;
import static io.routiq.application.practice.Samples.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.domain.patient.PatientId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    void saysWhoseMergingHasChanged() {
        storeFourWithAVisitEach();

        assertThat(changed(patient("1001").mergedInto("1002").version(1).record()))
                .containsExactlyInAnyOrder("1001", "1002");
        assertThat(changed(patient("1001").mergedInto("1002").version(2).record()))
                .isEmpty();
        assertThat(changed(patient("1002").mergedInto("1003").version(1).record()))
                .containsExactlyInAnyOrder("1001", "1002", "1003");
        assertThat(changed(patient("1004").version(9).record())).isEmpty();
        assertThat(changed(patient("1002").version(2).record())).containsExactlyInAnyOrder("1001", "1002", "1003");
    }

    private void storeFourWithAVisitEach() {
        for (int n = 1; n <= 4; n++) {
            store(
                    patient("100" + n).record(),
                    appointment("500" + n, "100" + n, hours(-n)).record());
        }
    }

    private Set<String> changed(PracticeRecord record) {
        return within(ours, () -> ports().copy().store(ours, List.of(record))).stream()
                .map(PatientId::value)
                .collect(Collectors.toSet());
    }

    private int visits(String id) {
        return summary(id).totalCount();
    }
}
