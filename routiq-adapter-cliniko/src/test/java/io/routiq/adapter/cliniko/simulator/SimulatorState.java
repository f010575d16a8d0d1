package io.routiq.adapter.cliniko.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** Everything that can be set, and everything that is remembered. */
final class SimulatorState {

    final SimulatorClock clock;
    final SimulatorSwitches switches = new SimulatorSwitches();
    final Faults faults = new Faults();
    final RequestScript script = new RequestScript();
    final RequestJournal journal = new RequestJournal();
    final Keys keys = new Keys();
    final AtomicReference<Duration> latency = new AtomicReference<>(Duration.ZERO);
    final List<BiConsumer<String, String>> listeners = new CopyOnWriteArrayList<>();
    final Map<String, SimulatedAccount> accounts = new ConcurrentSkipListMap<>();
    private final AtomicInteger accountIds = new AtomicInteger();

    SimulatorState(SimulatorClock clock) {
        this.clock = clock;
    }

    SimulatedAccount addAccount(String name, String shard, String countryCode, String zone) {
        String subdomain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var facts = new AccountFacts(accountIds.incrementAndGet(), name, subdomain, countryCode, zone);
        var account = new SimulatedAccount(new Store(facts, switches, clock), shard, keys);
        if (accounts.putIfAbsent(name, account) != null) {
            throw new IllegalArgumentException("there is an account " + name + " already");
        }
        return account;
    }

    void reset() {
        accounts.clear();
        accountIds.set(0);
        keys.clear();
        switches.reset();
        faults.clear();
        script.clear();
        journal.clear();
        latency.set(Duration.ZERO);
        listeners.clear();
    }
}
