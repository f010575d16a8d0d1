package io.routiq.application.connection;

import io.routiq.application.Sealer;
import io.routiq.application.Transactions;
import io.routiq.application.practice.ConnectionCheck;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Tries the configured key and remembers what came of it. */
public final class CheckConnection {

    private final Transactions transactions;
    private final Connections connections;
    private final PracticeSystem practiceSystem;
    private final Sealer sealer;
    private final InstantSource clock;

    public CheckConnection(
            Transactions transactions,
            Connections connections,
            PracticeSystem practiceSystem,
            Sealer sealer,
            InstantSource clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.practiceSystem = practiceSystem;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record NotConfigured() implements Outcome {}

        record Checked(Connection connection, ConnectionCheck check, Instant at) implements Outcome {}
    }

    public Outcome check(OrganizationId organization) {
        Optional<Connection> configured = transactions.within(organization, () -> connections.find(organization));
        return configured.map(connection -> check(organization, connection)).orElseGet(Outcome.NotConfigured::new);
    }

    private Outcome check(OrganizationId organization, Connection connection) {
        // A key that this service cannot open any more is of no more use than one that is rejected.
        ConnectionCheck check = connection
                .credentials(sealer, organization)
                .map(credentials -> practiceSystem.check(organization, credentials))
                .orElseGet(ConnectionCheck.KeyRejected::new);
        Instant at = clock.instant();
        transactions.within(organization, () -> remember(organization, connection, check, at));
        return new Outcome.Checked(connection, check, at);
    }

    /** Only an answer about the key changes what is known of it, and only if it is still the same key. */
    private void remember(OrganizationId organization, Connection tried, ConnectionCheck check, Instant at) {
        connections
                .lock(organization)
                .filter(now -> now.sealedCredentials().equals(tried.sealedCredentials()))
                .flatMap(now -> switch (check) {
                    case ConnectionCheck.Reached reached ->
                        Optional.of(now.checked(
                                Connection.Status.CONNECTED, now.account() == null ? reached.account() : null, at));
                    case ConnectionCheck.KeyRejected rejected ->
                        Optional.of(now.checked(Connection.Status.ACTION_REQUIRED, null, at));
                    case ConnectionCheck.RateLimited limited -> Optional.<Connection>empty();
                    case ConnectionCheck.Unreachable unreachable -> Optional.<Connection>empty();
                    case ConnectionCheck.UnexpectedAnswer unexpected -> Optional.<Connection>empty();
                })
                .ifPresent(changed -> connections.save(organization, changed));
    }
}
