package io.routiq.application.connection;

import io.routiq.application.Sealer;
import io.routiq.application.practice.FakePracticeSystem;
import io.routiq.application.practice.PracticeEndpoint;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;

/** Made-up connections. */
public final class SampleConnections {

    private SampleConnections() {}

    /** Of {@link FakePracticeSystem#KEY} and its account, as it would be after a good check. */
    public static Connection connected(
            Sealer sealer, OrganizationId organization, ConnectionSettings settings, Instant at) {
        return new Connection(
                Connection.seal(sealer, organization, FakePracticeSystem.KEY),
                new PracticeEndpoint("https://api.au9.practice.example.test/v1", "au9"),
                "1234",
                FakePracticeSystem.ACCOUNT,
                settings,
                Connection.Status.CONNECTED,
                at,
                at,
                at);
    }
}
