package io.routiq.application.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Organizations;
import io.routiq.application.Transactions;
import io.routiq.application.connection.ConnectionSettings.DataType;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeEndpoint;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Connections} promise. */
public abstract class ConnectionsContract {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");

    private final OrganizationId ours = Organizations.fresh();
    private final OrganizationId theirs = Organizations.fresh();

    protected abstract Transactions transactions();

    protected abstract Connections connections();

    @Test
    void findsNoneBeforeOneIsSaved() {
        assertThat(find(ours)).isEmpty();
    }

    @Test
    void findsAConnectionThatWasNeverTriedAsItIs() {
        Connection connection = unchecked("sealed-1");

        save(ours, connection);

        assertThat(find(ours)).contains(connection);
    }

    @ParameterizedTest
    @EnumSource(Connection.Status.class)
    void findsACheckedConnectionAsItIs(Connection.Status status) {
        Connection connection = unchecked("sealed-1")
                .with(
                        new ConnectionSettings(false, 5, SyncMode.INCREMENTAL, EnumSet.of(DataType.APPOINTMENTS)),
                        NOW.plusSeconds(60))
                .checked(status, new PracticeAccount("9223372036854775807", "Example Clinic", "AU"), NOW);

        save(ours, connection);

        assertThat(find(ours)).contains(connection);
    }

    @Test
    void findsAnAccountOfWhichOnlyTheIdIsKnown() {
        Connection connection =
                unchecked("sealed-1").checked(Connection.Status.CONNECTED, new PracticeAccount("1", null, null), NOW);

        save(ours, connection);

        assertThat(find(ours)).contains(connection);
    }

    @Test
    void replacesAnEarlierConnectionAsAWhole() {
        save(ours, unchecked("old").checked(Connection.Status.CONNECTED, new PracticeAccount("1", "Old", "NZ"), NOW));
        Connection replacement = unchecked("new");

        save(ours, replacement);

        assertThat(find(ours)).contains(replacement);
    }

    @Test
    void removesTheConnection() {
        save(ours, unchecked("sealed-1"));

        remove(ours);

        assertThat(find(ours)).isEmpty();
    }

    @Test
    void takesRemovingNothingEasily() {
        remove(ours);

        assertThat(find(ours)).isEmpty();
    }

    @Test
    void savesAgainAfterRemoving() {
        save(ours, unchecked("old"));
        remove(ours);

        save(ours, unchecked("new"));

        assertThat(find(ours)).contains(unchecked("new"));
    }

    @Test
    void keepsOrganizationsApart() {
        save(ours, unchecked("ours"));
        assertThat(find(theirs)).isEmpty();

        save(theirs, unchecked("theirs"));
        remove(ours);

        assertThat(find(ours)).isEmpty();
        assertThat(find(theirs)).contains(unchecked("theirs"));
    }

    private static Connection unchecked(String sealed) {
        return new Connection(
                sealed,
                new PracticeEndpoint("https://api.au9.practice.example.test/v1", "au9"),
                "1234",
                null,
                ConnectionSettings.DEFAULT,
                Connection.Status.UNCHECKED,
                null,
                NOW.minusSeconds(1),
                NOW);
    }

    private Optional<Connection> find(OrganizationId organization) {
        return transactions().within(organization, () -> connections().find(organization));
    }

    private void save(OrganizationId organization, Connection connection) {
        transactions().within(organization, () -> connections().save(organization, connection));
    }

    private void remove(OrganizationId organization) {
        transactions().within(organization, () -> connections().remove(organization));
    }
}
