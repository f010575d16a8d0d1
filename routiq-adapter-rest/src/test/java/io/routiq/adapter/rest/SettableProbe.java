package io.routiq.adapter.rest;

import io.routiq.application.health.HealthProbe;
import java.util.Map;

/** Finds the database in whatever state a test wants. */
final class SettableProbe implements HealthProbe {

    private volatile Finding finding = new Finding(State.HEALTHY, Map.of("latency_ms", 2));

    void finds(Finding next) {
        finding = next;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public State whenSilent() {
        return State.UNHEALTHY;
    }

    @Override
    public Finding examine() {
        return finding;
    }
}
