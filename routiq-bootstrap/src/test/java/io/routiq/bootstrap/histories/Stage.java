package io.routiq.bootstrap.histories;

import io.routiq.adapter.cliniko.Cliniko;
import io.routiq.adapter.cliniko.ClinikoSettings;
import io.routiq.adapter.cliniko.simulator.ClinikoSimulator;
import io.routiq.adapter.cliniko.simulator.SimulatedAccount;
import io.routiq.adapter.cliniko.simulator.SimulatedPractice;
import io.routiq.adapter.cliniko.simulator.SimulatorClock;
import io.routiq.adapter.cliniko.simulator.history.Player;
import io.routiq.adapter.cliniko.simulator.history.Scene;
import io.routiq.application.practice.InMemoryRequestWindows;
import io.routiq.application.practice.KeyFingerprint;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.practice.RequestWindow;
import io.routiq.application.practice.RequestWindows;
import io.routiq.bootstrap.histories.History.Run;
import io.routiq.bootstrap.histories.History.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A simulator for one history after the other, and the adapter to read it with. */
final class Stage implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");

    /** So long ids that not even {@code 2^53} reaches them, with room for those to come. */
    private static final long LONG_IDS = 9_200_000_000_000_000_000L;

    final SimulatorClock source = SimulatorClock.frozenAt(NOW);
    final SimulatorClock ours = new SimulatorClock(source);
    final ClinikoSimulator simulator = ClinikoSimulator.start(0, source);
    private final FreshWindows windows = new FreshWindows();
    private final Map<Integer, PracticeSystem> byPageSize = new HashMap<>();

    /** The practice as it is before anything happens. */
    SimulatedAccount set(History history) {
        Setting setting = history.setting();
        simulator.reset();
        windows.open();
        source.freezeAt(NOW);
        ours.advance(Duration.between(ours.instant(), NOW.plus(setting.skew())));
        history.switches().forEach(simulator.switches()::set);
        SimulatedAccount clinic = simulator.addAccount("Harbour Physio", "au2");
        clinic.requestsPerMinute(setting.perMinute());
        if (setting.longIds()) {
            clinic.practice().idsAbove(LONG_IDS);
        }
        SimulatedPractice.seed(clinic, setting.patients(), setting.appointments(), history.seed(), NOW);
        return clinic;
    }

    Player player(SimulatedAccount clinic, Setting setting, Run run) {
        return new Player(simulator, new Scene(clinic, source, ours), setting.pace(), run.steps(), run.troubles());
    }

    /** Production's adapter but for how many records it asks for at once, and for waiting. */
    PracticeSystem practiceSystem(int pageSize) {
        return byPageSize.computeIfAbsent(
                pageSize,
                size -> Cliniko.practiceSystem(
                        ClinikoSettings.of(new ClinikoSettings.Contact("Routiq", "support@routiq.example.test"), ours)
                                .withEndpoint(simulator.address() + "/{shard}/v1")
                                .withSizes(new ClinikoSettings.Sizes(1 << 24, size))
                                .withTimes(new ClinikoSettings.Times(
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(20),
                                        Duration.ZERO,
                                        Duration.ofMillis(1))),
                        windows));
    }

    /** What a history has spent of its rate is no concern of the next one's. */
    private static final class FreshWindows implements RequestWindows {

        private RequestWindows windows = new InMemoryRequestWindows();

        void open() {
            windows = new InMemoryRequestWindows();
        }

        @Override
        public <T extends RequestWindow.Turn> T change(KeyFingerprint key, Function<Optional<RequestWindow>, T> turn) {
            return windows.change(key, turn);
        }

        @Override
        public void share(KeyFingerprint key, KeyFingerprint user) {
            windows.share(key, user);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
