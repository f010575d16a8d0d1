package io.routiq.bootstrap.sandbox;

import io.routiq.adapter.cliniko.simulator.ClinikoSimulator;
import io.routiq.adapter.cliniko.simulator.SimulatedAccount;
import io.routiq.adapter.cliniko.simulator.SimulatedPractice;
import java.time.Instant;
import java.util.Map;

/**
 * An organization with its practice in the simulated Cliniko.
 *
 * @param account the practice's account there
 * @param key to it
 */
public record Clinic(String organization, SimulatedAccount account, String key) {

    /** How big a practice is; the same seed gives the same people and visits. */
    public record Size(int patients, int appointments, long seed) {}

    public static Clinic open(ClinikoSimulator simulator, String organization, String name, String shard, Size size) {
        SimulatedAccount account = simulator.addAccount(name, shard);
        SimulatedPractice.seed(account, size.patients(), size.appointments(), size.seed(), Instant.now());
        return new Clinic(organization, account, account.issueKey());
    }

    /** For scripts, as the identity provider's front page shows it. */
    Map<String, Object> describe() {
        return Map.of(
                "id", organization, "name", account.name(), "cliniko_api_key", key, "cliniko_shard", account.shard());
    }
}
