package io.routiq.bootstrap.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.routiq.application.health.HealthProbe;
import java.util.Map;

/** Without the scheduler the data that is there is served, but no run is worked on. */
final class SchedulerProbe implements HealthProbe {

    private final Scheduler scheduler;

    SchedulerProbe(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public String name() {
        return "scheduler";
    }

    @Override
    public State whenSilent() {
        return State.DEGRADED;
    }

    @Override
    public Finding examine() {
        var state = scheduler.getSchedulerState();
        boolean works = state.isStarted() && !state.isShuttingDown();
        return new Finding(works ? State.HEALTHY : State.DEGRADED, Map.of());
    }
}
