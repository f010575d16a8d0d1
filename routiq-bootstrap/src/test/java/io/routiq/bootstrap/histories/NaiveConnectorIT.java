package io.routiq.bootstrap.histories;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.cliniko.simulator.SimulatedAccount;
import io.routiq.adapter.cliniko.simulator.SimulatedRecord;
import io.routiq.adapter.cliniko.simulator.history.Player;
import io.routiq.bootstrap.histories.History.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The same histories, but for faults, defeat the usual algorithm: they would show if ours were no better. */
class NaiveConnectorIT {

    private static final List<Kind> MAIN = List.of(Kind.PATIENTS, Kind.APPOINTMENTS);
    private static final int HISTORIES = 100;

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void losesRecordsAndChangesInManyHistories() {
        List<Long> lossy = new ArrayList<>();
        List<Long> missing = new ArrayList<>();

        JqwikSession.run(() -> {
            Histories histories = new Histories();
            for (long seed = 1; seed <= HISTORIES; seed++) {
                Losses losses = play(histories.of(seed));
                if (losses.missing() + losses.stale() > 0) {
                    lossy.add(seed);
                }
                if (losses.missing() > 0) {
                    missing.add(seed);
                }
            }
        });

        assertThat(lossy).hasSizeGreaterThan(HISTORIES / 5);
        assertThat(missing).hasSizeGreaterThan(HISTORIES / 50);
    }

    /** Records that the source has and the copy has not, or has in a version before the latest. */
    private record Losses(int missing, int stale) {}

    private Losses play(History history) {
        SimulatedAccount clinic = stage.set(history);
        NaiveConnector naive = new NaiveConnector(
                stage.simulator.baseOf("au2"),
                clinic.issueKey(),
                history.setting().pageSize(),
                () -> stage.source.advance(Duration.ofMinutes(1)));
        Player player = stage.player(
                clinic,
                history.setting(),
                new Run(history.first().mode(), history.first().steps(), List.of()));
        player.begin();
        MAIN.forEach(naive::synchronise);
        player.end();
        MAIN.forEach(naive::synchronise);
        return losses(clinic, naive);
    }

    private static Losses losses(SimulatedAccount clinic, NaiveConnector naive) {
        int missing = 0;
        int stale = 0;
        for (Kind kind : MAIN) {
            for (SimulatedRecord record : clinic.practice().everything(kind.resources.getFirst())) {
                if (record.deleted()) {
                    continue;
                }
                JsonNode held = naive.copy(kind).get(record.id());
                if (held == null) {
                    missing++;
                } else if (!held.path("updated_at").equals(record.json().path("updated_at"))) {
                    stale++;
                }
            }
        }
        return new Losses(missing, stale);
    }
}
