package io.routiq.adapter.cliniko.simulator;

import java.util.SplittableRandom;

/** Ids as an old account has them: the first few short, the later ones of 18 and then 19 digits. */
final class Ids {

    private static final long FIRST_LONG_ID = 999_000_000_000_000_000L;
    private static final long WIDEST_GAP = 10_000_000_000_000L;

    private final SplittableRandom random;
    private final SimulatorSwitches switches;
    private long last;
    private long shortOnes;

    Ids(long firstShortId, SplittableRandom random, SimulatorSwitches switches) {
        this.last = firstShortId;
        this.shortOnes = 3;
        this.random = random;
        this.switches = switches;
    }

    /** Before so many rows are made at once: nearly a third of them get short ids. */
    void expect(int rows) {
        shortOnes = Math.max(shortOnes, rows * 3L / 10);
    }

    /** From now on ids are above this one. */
    void above(long id) {
        shortOnes = 0;
        last = Math.max(last, id);
    }

    long next() {
        if (shortOnes > 0) {
            shortOnes--;
            last += 1 + random.nextInt(7);
            return last;
        }
        last = Math.max(last, FIRST_LONG_ID) + 1 + random.nextLong(WIDEST_GAP);
        if (switches.is(Switch.NEW_IDS, Choice.SCATTERED)) {
            return random.nextLong(FIRST_LONG_ID / 2, last);
        }
        return last;
    }
}
