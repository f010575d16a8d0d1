package io.routiq.adapter.cliniko.simulator;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How each {@link Switch} is set at the moment. */
public final class SimulatorSwitches {

    private final Map<Switch, Choice> set = new ConcurrentHashMap<>();
    private final AtomicLong shuffles = new AtomicLong();

    /** Takes effect with the next request. */
    public SimulatorSwitches set(Switch what, Choice choice) {
        if (!what.choices().contains(choice)) {
            throw new IllegalArgumentException(what + " is one of " + what.choices());
        }
        set.put(what, choice);
        return this;
    }

    public Choice get(Switch what) {
        return set.getOrDefault(what, what.choices().getFirst());
    }

    public boolean is(Switch what, Choice choice) {
        return get(what) == choice;
    }

    /** Back to the defaults. */
    public void reset() {
        set.clear();
        shuffles.set(0);
    }

    /** Another number with each call, the same ones after each reset, so that what happened once can happen again. */
    long shuffle() {
        return new SplittableRandom(shuffles.incrementAndGet()).nextLong();
    }

    Map<Switch, Choice> all() {
        Map<Switch, Choice> all = new TreeMap<>();
        for (Switch each : Switch.values()) {
            all.put(each, get(each));
        }
        return all;
    }
}
