package io.routiq.adapter.cliniko.simulator;

import static io.routiq.adapter.cliniko.simulator.ApiClient.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LargePracticeTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");
    private static final String EVERYTHING = terms("cancelled_at:*", "archived_at:*", "deleted_at:*");

    @Test
    void readsALargePracticeByKeysetWithoutALoss() {
        try (var simulator = ClinikoSimulator.start(0, SimulatorClock.frozenAt(NOW))) {
            SimulatedAccount clinic = simulator.addAccount("Large", "au2");
            clinic.requestsPerMinute(Integer.MAX_VALUE);
            SimulatedPractice.seed(clinic, 2_000, 12_000, 1, NOW);
            var client = new ApiClient(simulator.baseOf("au2"), clinic.issueKey());

            Set<String> byId = new HashSet<>();
            List<String> page = List.of("0");
            while (!page.isEmpty()) {
                byId.addAll(page);
                page = client.ids("/individual_appointments?per_page=100&sort=id&" + EVERYTHING + "&"
                        + terms("id:>" + page.getLast()));
            }
            byId.remove("0");

            assertThat(byId).hasSize(clinic.practice().appointments().ids().size());
        }
    }
}
