package io.routiq.adapter.cliniko.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The simulator's own time: follows another clock until told to jump or to stand still. */
public final class SimulatorClock implements InstantSource {

    private record Setting(InstantSource source, Duration offset) {}

    private final AtomicReference<Setting> setting;

    public SimulatorClock(InstantSource source) {
        this.setting = new AtomicReference<>(new Setting(source, Duration.ZERO));
    }

    /** Stands still here until it is advanced. */
    public static SimulatorClock frozenAt(Instant instant) {
        return new SimulatorClock(InstantSource.fixed(instant));
    }

    @Override
    public Instant instant() {
        Setting now = setting.get();
        return now.source().instant().plus(now.offset());
    }

    /** Forwards or, with a negative duration, backwards; goes on from there as before. */
    public void advance(Duration by) {
        setting.updateAndGet(
                before -> new Setting(before.source(), before.offset().plus(by)));
    }

    public void freezeAt(Instant instant) {
        setting.set(new Setting(InstantSource.fixed(instant), Duration.ZERO));
    }
}
