package io.routiq.application.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.practice.Samples;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoveConnectionTest {

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(Instant.parse("2026-03-01T10:20:30Z"));
    private final RemoveConnection removeConnection =
            new RemoveConnection(ports.transactions(), ports.connections(), ports.schedule());
    private final GetConnection getConnection = new GetConnection(ports.transactions(), ports.connections());

    @Test
    void removesTheKeyAndLeavesTheData() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        ports.transactions()
                .within(
                        organization,
                        () -> ports.copy()
                                .store(
                                        organization,
                                        List.of(Samples.patient("1001").record())));

        assertThat(removeConnection.remove(organization)).isEqualTo(RemoveConnection.Outcome.REMOVED);

        assertThat(getConnection.get(organization)).isEmpty();
        assertThat(ports.within(organization, () -> ports.copy().patients(organization)))
                .hasSize(1);
    }

    @Test
    void saysThatThereWasNoneToRemove() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        OrganizationId another = Organizations.fresh();

        assertThat(removeConnection.remove(another)).isEqualTo(RemoveConnection.Outcome.NOT_CONFIGURED);

        assertThat(getConnection.get(organization)).isPresent();
    }
}
