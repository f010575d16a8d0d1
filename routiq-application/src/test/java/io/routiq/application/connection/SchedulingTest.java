package io.routiq.application.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.practice.FakePracticeSystem;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** When runs come by themselves. */
class SchedulingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(NOW);
    private final ConfigureConnection configure = new ConfigureConnection(
            ports.transactions(),
            ports.connections(),
            ports.practiceSystem(),
            ports.copy(),
            ports.sealer(),
            ports.schedule(),
            ports.clock());

    @Test
    void beginsOnceAKeyIsConfigured() {
        configure(Optional.of(FakePracticeSystem.KEY), UnaryOperator.identity());

        assertThat(next().orElseThrow()).isBetween(NOW.plus(Duration.ofMinutes(54)), NOW.plus(Duration.ofMinutes(60)));
    }

    @Test
    void followsTheIntervalThatIsWanted() {
        configure(Optional.of(FakePracticeSystem.KEY), UnaryOperator.identity());

        configure(Optional.empty(), settings -> with(settings, true, 10));

        assertThat(next().orElseThrow()).isBetween(NOW.plus(Duration.ofMinutes(9)), NOW.plus(Duration.ofMinutes(10)));
    }

    @Test
    void endsWhenSynchronisationIsSwitchedOff() {
        configure(Optional.of(FakePracticeSystem.KEY), UnaryOperator.identity());

        configure(Optional.empty(), settings -> with(settings, false, 60));

        assertThat(next()).isEmpty();
    }

    @Test
    void endsWhenTheKeyIsRemoved() {
        configure(Optional.of(FakePracticeSystem.KEY), UnaryOperator.identity());

        new RemoveConnection(ports.transactions(), ports.connections(), ports.schedule()).remove(organization);

        assertThat(next()).isEmpty();
    }

    private void configure(Optional<PracticeCredentials> key, UnaryOperator<ConnectionSettings> settings) {
        configure.configure(organization, new ConfigureConnection.Request(key, settings, true, false));
    }

    private static ConnectionSettings with(ConnectionSettings settings, boolean enabled, int minutes) {
        return new ConnectionSettings(enabled, minutes, SyncMode.ACTIVE, settings.dataTypes());
    }

    private Optional<Instant> next() {
        return ports.within(organization, () -> ports.schedule().next(organization));
    }
}
