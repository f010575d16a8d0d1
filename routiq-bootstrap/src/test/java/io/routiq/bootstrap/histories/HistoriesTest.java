package io.routiq.bootstrap.histories;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.cliniko.simulator.Choice;
import io.routiq.adapter.cliniko.simulator.FaultKind;
import io.routiq.adapter.cliniko.simulator.Switch;
import io.routiq.adapter.cliniko.simulator.history.Happening;
import io.routiq.adapter.cliniko.simulator.history.Step;
import io.routiq.adapter.cliniko.simulator.history.Trouble;
import io.routiq.domain.sync.SyncMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HistoriesTest {

    /** A test of what the build plays; it plays more, so it meets no less. */
    private static final int SOME = 300;

    /** Slow, or not told apart from the truth by anybody. */
    private static final Set<FaultKind> LEFT_OUT =
            EnumSet.of(FaultKind.HANG, FaultKind.IGNORED_FILTER, FaultKind.WRONG_TYPES);

    private static final List<History> DRAWN = new ArrayList<>();

    @BeforeAll
    static void draw() {
        JqwikSession.run(() -> {
            Histories histories = new Histories();
            LongStream.rangeClosed(1, SOME).mapToObj(histories::of).forEach(DRAWN::add);
        });
    }

    @Test
    void setEachSwitchInEachWay() {
        for (Switch each : Switch.values()) {
            assertThat(DRAWN.stream().map(history -> history.switches().get(each)))
                    .as(each.name())
                    .containsAll(List.<Choice>copyOf(each.choices()));
        }
    }

    @Test
    void letEverythingHappenThatCan() {
        assertThat(DRAWN.stream()
                        .flatMap(history -> history.first().steps().stream())
                        .map(Step::what))
                .contains(Happening.values());
    }

    @Test
    void letEveryKindOfAnswerGoWrong() {
        Set<FaultKind> kinds = EnumSet.complementOf(EnumSet.copyOf(LEFT_OUT));

        assertThat(DRAWN.stream()
                        .flatMap(history -> history.first().troubles().stream())
                        .map(Trouble::kind))
                .containsAll(kinds);
    }

    @Test
    void mixModesAndSizes() {
        assertThat(DRAWN.stream().map(history -> history.first().mode())).contains(SyncMode.FULL, SyncMode.ACTIVE);
        assertThat(DRAWN.stream().map(history -> history.last().mode())).contains(SyncMode.FULL, SyncMode.INCREMENTAL);
        assertThat(DRAWN.stream()
                        .flatMap(history -> history.first().steps().stream())
                        .filter(step -> step.what() == Happening.CREATE_MANY_PATIENTS)
                        .map(Step::amount))
                .anyMatch(made -> made > 500);
    }

    @Test
    void areTheSameForTheSameSeed() {
        JqwikSession.run(() -> assertThat(new Histories().of(17)).isEqualTo(DRAWN.get(16)));
    }

    @Test
    void printWhatHappens() {
        assertThat(DRAWN.get(16).toString().lines())
                .contains("history 17")
                .anyMatch(line -> line.matches("    (before|within) request \\d+: [a-z ]+ \\(\\d+, \\d+\\)"));
    }
}
