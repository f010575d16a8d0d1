package io.routiq.bootstrap.histories;

import io.routiq.adapter.cliniko.simulator.Choice;
import io.routiq.adapter.cliniko.simulator.Switch;
import io.routiq.adapter.cliniko.simulator.history.Happening;
import io.routiq.adapter.cliniko.simulator.history.Step;
import io.routiq.adapter.cliniko.simulator.history.Trouble;
import io.routiq.domain.sync.SyncMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens at a practice while it is read, in full: the same history always goes the same way.
 *
 * @param seed from which it was generated; a replay needs nothing else
 * @param switches how the simulator does what nobody documents
 * @param first the run during which the source moves
 * @param last the run before the comparison; the source stands still, its answers may go wrong
 * @param reckonings full runs after that, each followed by another comparison: it takes two to see that a record is gone
 * @param confirmed whether an administrator confirms what the last of these would delete
 */
record History(
        long seed,
        Setting setting,
        Map<Switch, Choice> switches,
        Run first,
        Run last,
        int reckonings,
        boolean confirmed) {

    /**
     * The practice before anything happens, and how it is read.
     *
     * @param longIds whether all ids have 19 digits
     * @param pageSize records asked for at once
     * @param perMinute requests that the source allows in a minute
     * @param pace by how much the source's clock moves with each request
     * @param skew by how much the reader's clock is ahead of the source's
     */
    record Setting(
            int patients,
            int appointments,
            boolean longIds,
            int pageSize,
            int perMinute,
            Duration pace,
            Duration skew) {}

    /** One run; steps that it has no request for happen when it has ended. */
    record Run(SyncMode mode, List<Step> steps, List<Trouble> troubles) {

        /** Whether answers go wrong more often than the run is bound to survive. */
        boolean mayFail() {
            return troubles.stream().anyMatch(Run::isFatal) || steps.stream().anyMatch(Run::movesClocks);
        }

        /** A source that has refused everything for half an hour is given up, and half an hour may pass at once. */
        private static boolean movesClocks(Step step) {
            return step.what() == Happening.TIME_PASSES || step.what() == Happening.READERS_CLOCK_JUMPS;
        }

        private static boolean isFatal(Trouble trouble) {
            return switch (trouble.kind()) {
                case STATUS ->
                    switch (trouble.status()) {
                        case 429 -> false;
                        case 502, 503, 504 -> trouble.times() >= 5;
                        case 500 -> trouble.times() >= 3;
                        case 401 -> trouble.times() >= 2;
                        default -> true;
                    };
                case RESET, RESPONSE_LOST, CUT_SHORT -> trouble.times() >= 5;
                case HTML, WRONG_CONTENT_TYPE, TRUNCATED_JSON, BROKEN_GZIP -> trouble.times() >= 3;
                case REDIRECT -> true;
                // That a list is empty has to be said three times.
                case WRONG_TOTAL -> trouble.times() >= 2;
                default -> false;
            };
        }

        private Stream<String> lines() {
            return Stream.concat(
                    Stream.of("  " + mode.code() + " run"),
                    Stream.concat(
                                    steps.stream().sorted(Comparator.comparingInt(Step::request)),
                                    troubles.stream().sorted(Comparator.comparingInt(Trouble::request)))
                            .map(each -> "    " + each));
        }
    }

    private Stream<String> reckoning() {
        return Stream.of("  full runs " + reckonings + (confirmed ? ", the last of them confirmed" : ""));
    }

    @Override
    public String toString() {
        String unusual = switches.entrySet().stream()
                .filter(set -> set.getValue() != set.getKey().choices().getFirst())
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(" "));
        return Stream.of(
                        Stream.of("history " + seed, "  " + setting, "  " + unusual),
                        first.lines(),
                        last.lines(),
                        reckoning())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }
}
