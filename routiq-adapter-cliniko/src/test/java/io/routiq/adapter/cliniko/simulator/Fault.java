package io.routiq.adapter.cliniko.simulator;

import java.time.Duration;

/**
 * One kind of trouble, and when it strikes.
 *
 * @param status for {@link FaultKind#STATUS}
 * @param pause for {@link FaultKind#HANG} in all, for {@link FaultKind#DRIP} between two pieces
 * @param from the first matching request that is struck, counted from 1
 * @param times how many are struck in all
 * @param probability of each of them, from 0 to 1, decided by a fixed seed
 */
public record Fault(
        FaultKind kind, RequestMatch match, int status, Duration pause, int from, int times, double probability) {

    /** Strikes every request. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, RequestMatch.any(), 200, Duration.ofSeconds(30), 1, Integer.MAX_VALUE, 1);
    }

    public static Fault status(int status) {
        return new Fault(FaultKind.STATUS, RequestMatch.any(), status, Duration.ZERO, 1, Integer.MAX_VALUE, 1);
    }

    public Fault on(RequestMatch only) {
        return new Fault(kind, only, status, pause, from, times, probability);
    }

    public Fault on(String path) {
        return on(RequestMatch.path(path));
    }

    public Fault pausing(Duration duration) {
        return new Fault(kind, match, status, duration, from, times, probability);
    }

    public Fault from(int nth) {
        return new Fault(kind, match, status, pause, nth, times, probability);
    }

    public Fault times(int howOften) {
        return new Fault(kind, match, status, pause, from, howOften, probability);
    }

    public Fault probability(double ofEach) {
        return new Fault(kind, match, status, pause, from, times, ofEach);
    }
}
