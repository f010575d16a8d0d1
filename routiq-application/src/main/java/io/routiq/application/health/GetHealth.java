package io.routiq.application.health;

import io.routiq.application.health.HealthProbe.Finding;
import io.routiq.application.health.HealthProbe.State;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at all parts side by side and answers in bounded time, whatever hangs. */
public final class GetHealth {

    private final List<HealthProbe> probes;
    private final ExecutorService executor;
    private final Duration patience;

    /** @param patience how long a part may take to answer */
    public GetHealth(List<HealthProbe> probes, ExecutorService executor, Duration patience) {
        this.probes = List.copyOf(probes);
        this.executor = executor;
        this.patience = patience;
    }

    /** The worst state of all parts, and each part's finding by its name. */
    public record Health(State state, Map<String, Finding> findings) {}

    public Health get() {
        Map<HealthProbe, CompletableFuture<Finding>> asked = new LinkedHashMap<>();
        probes.forEach(probe -> asked.put(probe, ask(probe)));
        Map<String, Finding> findings = new LinkedHashMap<>();
        asked.forEach((probe, answer) -> findings.put(probe.name(), answer.join()));
        State worst = findings.values().stream()
                .map(Finding::state)
                .max(Comparator.naturalOrder())
                .orElse(State.HEALTHY);
        return new Health(worst, findings);
    }

    private CompletableFuture<Finding> ask(HealthProbe probe) {
        Finding silent = new Finding(probe.whenSilent(), Map.of());
        return CompletableFuture.supplyAsync(probe::examine, executor)
                .exceptionally(failure -> silent)
                .completeOnTimeout(silent, patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
