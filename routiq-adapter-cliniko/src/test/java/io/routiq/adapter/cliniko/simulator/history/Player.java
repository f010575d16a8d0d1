package io.routiq.adapter.cliniko.simulator.history;

import io.routiq.adapter.cliniko.simulator.ClinikoSimulator;
import io.routiq.adapter.cliniko.simulator.Fault;
import io.routiq.adapter.cliniko.simulator.FaultKind;
import io.routiq.adapter.cliniko.simulator.RequestMatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plays what happens while somebody reads, request by request. */
public final class Player {

    private final ClinikoSimulator simulator;
    private final Scene scene;
    private final Duration pace;
    private final List<Step> steps;
    private final List<Trouble> troubles;
    private int requests;

    /** @param pace by how much the practice's clock moves with each request */
    public Player(ClinikoSimulator simulator, Scene scene, Duration pace, List<Step> steps, List<Trouble> troubles) {
        this.simulator = simulator;
        this.scene = scene;
        this.pace = pace;
        this.steps = new ArrayList<>(steps);
        this.troubles = troubles;
    }

    /** From the next request on, which is the first. */
    public void begin() {
        simulator.script().clear();
        simulator.faults().clear();
        simulator
                .script()
                .beforeEach(RequestMatch.any(), this::before)
                .afterEach(RequestMatch.any(), number -> happen(number, false));
    }

    /** Nobody reads any more: what was to happen later does so now, and no answer goes wrong. */
    public void end() {
        simulator.script().clear();
        simulator.faults().clear();
        steps.forEach(scene::happen);
        steps.clear();
    }

    /** How many requests there were; those that the rate limit refuses do not count. */
    public int requests() {
        return requests;
    }

    private void before(int number) {
        requests = number;
        scene.clock().advance(pace);
        happen(number, true);
        troubles.stream()
                .filter(trouble -> trouble.request() == number)
                .map(Player::fault)
                .forEach(simulator.faults()::add);
    }

    private void happen(int number, boolean before) {
        List<Step> due = steps.stream()
                .filter(step -> step.request() == number && step.before() == before)
                .toList();
        steps.removeAll(due);
        due.forEach(scene::happen);
    }

    private static Fault fault(Trouble trouble) {
        Fault fault = trouble.kind() == FaultKind.STATUS ? Fault.status(trouble.status()) : Fault.of(trouble.kind());
        return fault.times(trouble.times()).pausing(Duration.ofMillis(1));
    }
}
