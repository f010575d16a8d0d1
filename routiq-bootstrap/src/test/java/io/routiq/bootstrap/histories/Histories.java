package io.routiq.bootstrap.histories;

import io.routiq.adapter.cliniko.simulator.Choice;
import io.routiq.adapter.cliniko.simulator.FaultKind;
import io.routiq.adapter.cliniko.simulator.Switch;
import io.routiq.adapter.cliniko.simulator.history.Happening;
import io.routiq.adapter.cliniko.simulator.history.Step;
import io.routiq.adapter.cliniko.simulator.history.Trouble;
import io.routiq.bootstrap.histories.History.Run;
import io.routiq.bootstrap.histories.History.Setting;
import io.routiq.domain.sync.SyncMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.IntegerArbitrary;

/** Generates histories, each from its seed. */
final class Histories {

    /** Two false answers of this many in a row the reader does not believe. */
    private static final int NEEDED_TO_BE_BELIEVED = 3;

    /** Hardly a run has more requests; what was to happen later happens after it. */
    private static final int LATEST_REQUEST = 35;

    private static final int GENERATION_SIZE = 1_000;

    private final RandomGenerator<History> generator = histories().generator(GENERATION_SIZE, false);

    History of(long seed) {
        History drawn = generator.next(new Random(seed)).value();
        return new History(
                seed,
                drawn.setting(),
                drawn.switches(),
                drawn.first(),
                drawn.last(),
                drawn.reckonings(),
                drawn.confirmed());
    }

    private static Arbitrary<History> histories() {
        return settings()
                .flatMap(setting -> Combinators.combine(
                                switches(), first(setting), last(), uniform(0, 2), Arbitraries.of(true, false, false))
                        .as((switches, first, last, reckonings, confirmed) -> deletes(first)
                                ? new History(0, setting, switches, first, unharmed(last), reckonings, confirmed)
                                : new History(0, setting, switches, first, last, 0, false)));
    }

    private static boolean deletes(Run run) {
        return run.steps().stream().anyMatch(step -> step.what().deletes());
    }

    /** Of a run that fails while it looks for what is gone, nobody could say from outside what it has found. */
    private static Run unharmed(Run run) {
        return run.mayFail() ? new Run(run.mode(), run.steps(), List.of()) : run;
    }

    private static Arbitrary<Setting> settings() {
        Arbitrary<Integer> pageSizes = Arbitraries.frequency(
                Tuple.of(1, 2), Tuple.of(2, 3), Tuple.of(5, 5), Tuple.of(8, 10), Tuple.of(5, 25), Tuple.of(1, 100));
        return Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(7, uniform(1, 12)), Tuple.of(1, uniform(40, 60))),
                        Arbitraries.frequencyOf(Tuple.of(7, uniform(0, 12)), Tuple.of(1, uniform(40, 60))),
                        Arbitraries.of(true, false),
                        pageSizes,
                        Arbitraries.of(20, 60, 200),
                        Arbitraries.of(0, 100, 900, 10_000).map(Duration::ofMillis),
                        Arbitraries.of(0, 1, -100, 200_000, -200_000).map(Duration::ofSeconds))
                .as(Setting::new);
    }

    private static Arbitrary<Map<Switch, Choice>> switches() {
        List<Arbitrary<Choice>> choices = Arrays.stream(Switch.values())
                .map(each -> Arbitraries.of(each.choices()))
                .toList();
        return Combinators.combine(choices).as(drawn -> {
            Map<Switch, Choice> set = new EnumMap<>(Switch.class);
            Arrays.stream(Switch.values()).forEach(each -> set.put(each, drawn.get(set.size())));
            return set;
        });
    }

    private static Arbitrary<Run> first(Setting setting) {
        return Combinators.combine(
                        Arbitraries.of(SyncMode.FULL, SyncMode.ACTIVE),
                        steps(setting).list().ofMinSize(3).ofMaxSize(26),
                        troubles().list().ofMaxSize(4))
                .as((mode, steps, troubles) -> new Run(mode, steps, apart(troubles)));
    }

    /** An empty list of changes, and a record that is not found, cannot be told from the truth by a single answer. */
    private static Arbitrary<Run> last() {
        return Combinators.combine(
                        Arbitraries.of(SyncMode.FULL, SyncMode.INCREMENTAL),
                        troubles()
                                .filter(trouble -> trouble.kind() != FaultKind.EMPTY_PAGE
                                        && trouble.status() != 403
                                        && trouble.status() != 404)
                                .list()
                                .ofMaxSize(2))
                .as((mode, troubles) -> new Run(mode, List.of(), apart(troubles)));
    }

    private static Arbitrary<Step> steps(Setting setting) {
        int bulk = setting.pageSize() == 100 ? 600 : 3 * setting.pageSize();
        return Combinators.combine(
                        uniform(1, LATEST_REQUEST),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Happening.values()),
                        uniform(0, 999),
                        uniform(1, 999))
                .as((request, before, what, which, amount) ->
                        new Step(request, before, what, which, isBulk(what) ? bulk - amount % (bulk / 6) : amount));
    }

    private static boolean isBulk(Happening what) {
        return switch (what) {
            case CREATE_MANY_PATIENTS, TOUCH_MANY_PATIENTS, RESCHEDULE_MANY_APPOINTMENTS -> true;
            default -> false;
        };
    }

    private static Arbitrary<Trouble> troubles() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, status(8, 429)),
                Tuple.of(3, status(5, 500, 502, 503, 504)),
                Tuple.of(1, status(2, 401)),
                Tuple.of(1, status(1, 403, 404)),
                Tuple.of(
                        3,
                        trouble(
                                5,
                                FaultKind.HTML,
                                FaultKind.WRONG_CONTENT_TYPE,
                                FaultKind.TRUNCATED_JSON,
                                FaultKind.BROKEN_GZIP,
                                FaultKind.CUT_SHORT,
                                FaultKind.RESET,
                                FaultKind.RESPONSE_LOST)),
                Tuple.of(1, trouble(1, FaultKind.REDIRECT, FaultKind.DRIP)),
                Tuple.of(3, trouble(9, FaultKind.LOOPING_NEXT, FaultKind.HOSTILE_NEXT, FaultKind.OFFSET_TIMESTAMPS)),
                Tuple.of(
                        6,
                        trouble(
                                NEEDED_TO_BE_BELIEVED - 1,
                                FaultKind.WRONG_TOTAL,
                                FaultKind.DUPLICATED_ROW,
                                FaultKind.MISSING_ROW,
                                FaultKind.EMPTY_PAGE)));
    }

    private static Arbitrary<Trouble> status(int most, Integer... statuses) {
        return Combinators.combine(uniform(1, LATEST_REQUEST), Arbitraries.of(statuses), uniform(1, most))
                .as((request, status, times) -> new Trouble(request, FaultKind.STATUS, status, times));
    }

    private static Arbitrary<Trouble> trouble(int most, FaultKind... kinds) {
        return Combinators.combine(uniform(1, LATEST_REQUEST), Arbitraries.of(kinds), uniform(1, most))
                .as((request, kind, times) -> new Trouble(request, kind, 0, times));
    }

    /** So that no two add up to what would be believed, or given up. */
    private static List<Trouble> apart(List<Trouble> drawn) {
        List<Trouble> kept = new ArrayList<>();
        int free = 0;
        for (Trouble trouble :
                drawn.stream().sorted(Comparator.comparingInt(Trouble::request)).toList()) {
            if (trouble.request() >= free) {
                kept.add(trouble);
                free = trouble.request() + trouble.times() + NEEDED_TO_BE_BELIEVED;
            }
        }
        return List.copyOf(kept);
    }

    private static IntegerArbitrary uniform(int least, int most) {
        return Arbitraries.integers().between(least, most).withDistribution(net.jqwik.api.RandomDistribution.uniform());
    }
}
