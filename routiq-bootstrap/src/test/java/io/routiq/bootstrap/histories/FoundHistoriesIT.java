package io.routiq.bootstrap.histories;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.cliniko.simulator.Choice;
import io.routiq.adapter.cliniko.simulator.FaultKind;
import io.routiq.adapter.cliniko.simulator.Switch;
import io.routiq.adapter.cliniko.simulator.history.Happening;
import io.routiq.adapter.cliniko.simulator.history.Step;
import io.routiq.adapter.cliniko.simulator.history.Trouble;
import io.routiq.bootstrap.histories.History.Run;
import io.routiq.bootstrap.histories.History.Setting;
import io.routiq.domain.sync.SyncMode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What generated histories have found, reduced to what matters of each: seeds change their meaning, these do not. */
class FoundHistoriesIT {

    private static final int FIRST_PAGES = 14;
    private static final int AFTER_THE_RUN = 99;

    @AutoClose
    private final Backstage backstage = new Backstage();

    @AutoClose
    private final Rehearsal rehearsal;

    FoundHistoriesIT() throws SQLException {
        rehearsal = new Rehearsal(backstage);
    }

    /** A list that is empty, once, was believed to be, and no incremental run ever healed that. */
    @ParameterizedTest
    @EnumSource(
            value = Choice.class,
            names = {"HONOURED", "IGNORED", "REFUSED"})
    void doesNotBelieveASingleEmptyAnswer(Choice sortById) throws SQLException {
        for (int request : IntStream.rangeClosed(2, FIRST_PAGES).toArray()) {
            History history = history(
                    Map.of(Switch.SORT_BY_ID, sortById),
                    List.of(),
                    List.of(new Trouble(request, FaultKind.EMPTY_PAGE, 0, 2)),
                    0);

            assertThat(rehearsal.play(history)).as("request %d", request).isEmpty();
        }
    }

    /** What is left of a deleted patient was taken for a patient without a name. */
    @Test
    void doesNotTakeWhatIsLeftOfAPatientForOne() throws SQLException {
        assertThat(rehearsal.play(history(
                        Map.of(Switch.WILDCARD_LIFTS, Choice.TOGETHER, Switch.DELETED_WILDCARD, Choice.HONOURED),
                        List.of(new Step(AFTER_THE_RUN, true, Happening.DELETE_PATIENT, 3, 1)),
                        List.of(),
                        0)))
                .isEmpty();
    }

    /** A record of which the source still shows the id was never found to be gone. */
    @Test
    void deletesARecordOfWhichOnlyTheIdIsLeft() throws SQLException {
        assertThat(rehearsal.play(history(
                        Map.of(Switch.DELETED_WILDCARD, Choice.HONOURED),
                        List.of(
                                new Step(AFTER_THE_RUN, true, Happening.DELETE_APPOINTMENT, 3, 1),
                                new Step(AFTER_THE_RUN, true, Happening.DELETE_PATIENT, 3, 1)),
                        List.of(),
                        2)))
                .isEmpty();
    }

    private static History history(
            Map<Switch, Choice> switches, List<Step> steps, List<Trouble> troubles, int reckonings) {
        return new History(
                1,
                new Setting(40, 40, false, 25, 200, Duration.ofSeconds(1), Duration.ZERO),
                switches,
                new Run(SyncMode.FULL, steps, troubles),
                new Run(SyncMode.INCREMENTAL, List.of(), List.of()),
                reckonings,
                false);
    }
}
