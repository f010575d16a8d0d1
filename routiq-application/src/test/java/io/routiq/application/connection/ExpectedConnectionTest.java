package io.routiq.application.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.practice.FakePracticeSystem;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is stored or removed only if the connection is still as somebody has seen it. */
class ExpectedConnectionTest {

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(Instant.parse("2026-03-01T10:20:30.123456Z"));
    private final RemoveConnection removeConnection =
            new RemoveConnection(ports.transactions(), ports.connections(), ports.schedule());
    private final ConfigureConnection configureConnection = new ConfigureConnection(
            ports.transactions(),
            ports.connections(),
            ports.practiceSystem(),
            ports.copy(),
            ports.sealer(),
            ports.schedule(),
            ports.clock());

    @Test
    void storesNoKeyOverAConnectionThatIsNotExpected() {
        Connection present = ports.connect(organization, ConnectionSettings.DEFAULT);

        assertThat(configure(Optional.of(FakePracticeSystem.KEY), false))
                .isEqualTo(new ConfigureConnection.Outcome.Unexpected());
        assertThat(stored()).contains(present);
    }

    @Test
    void changesNoSettingsOfAConnectionThatIsNotExpected() {
        Connection present = ports.connect(organization, ConnectionSettings.DEFAULT);
        ports.clock().advance(Duration.ofHours(1));

        assertThat(configure(Optional.empty(), false)).isEqualTo(new ConfigureConnection.Outcome.Unexpected());
        assertThat(stored()).contains(present);
        assertThat(configure(Optional.empty(), true)).isInstanceOf(ConfigureConnection.Outcome.Updated.class);
    }

    @Test
    void tellsWhatIsNotExpectedFromAMissingKey() {
        assertThat(configure(Optional.empty(), false)).isEqualTo(new ConfigureConnection.Outcome.Unexpected());
        assertThat(configure(Optional.empty(), true)).isEqualTo(new ConfigureConnection.Outcome.CredentialsMissing());
    }

    @Test
    void removesNoConnectionThatIsNotExpected() {
        Connection present = ports.connect(organization, ConnectionSettings.DEFAULT);

        assertThat(removeConnection.remove(organization, connection -> connection.isEmpty()))
                .isEqualTo(RemoveConnection.Outcome.UNEXPECTED);
        assertThat(stored()).contains(present);
        assertThat(removeConnection.remove(organization, connection -> connection.equals(Optional.of(present))))
                .isEqualTo(RemoveConnection.Outcome.REMOVED);
    }

    private ConfigureConnection.Outcome configure(Optional<PracticeCredentials> key, boolean expected) {
        return configureConnection.configure(
                organization,
                new ConfigureConnection.Request(key, UnaryOperator.identity(), false, false, present -> expected));
    }

    private Optional<Connection> stored() {
        return ports.within(organization, () -> ports.connections().find(organization));
    }
}
