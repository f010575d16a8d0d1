package io.routiq.application.connection;

import static io.routiq.application.practice.FakePracticeSystem.ACCOUNT;
import static io.routiq.application.practice.FakePracticeSystem.reached;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.FakeSealer;
import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.Sealer;
import io.routiq.application.connection.CheckConnection.Outcome;
import io.routiq.application.practice.ConnectionCheck;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckConnectionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");
    private static final PracticeAccount OTHER = new PracticeAccount("7002", "Other Practice", "GB");

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(NOW);
    private final CheckConnection checkConnection = checkConnection(ports.sealer());

    private CheckConnection checkConnection(Sealer sealer) {
        return new CheckConnection(
                ports.transactions(), ports.connections(), ports.practiceSystem(), sealer, ports.clock());
    }

    @Test
    void saysThatNothingIsConfigured() {
        assertThat(checkConnection.check(organization)).isEqualTo(new Outcome.NotConfigured());
    }

    @Test
    void remembersThatTheKeyWorks() {
        Connection configured = connect(Connection.Status.ACTION_REQUIRED);
        Instant later = ports.clock().advance(Duration.ofHours(1));

        Outcome outcome = checkConnection.check(organization);

        assertThat(outcome).isEqualTo(new Outcome.Checked(configured, reached(ACCOUNT), later));
        assertThat(stored()).contains(configured.checked(Connection.Status.CONNECTED, ACCOUNT, later));
    }

    @Test
    void learnsTheAccountOfAKeyThatWasNeverTried() {
        Connection configured = withoutAccount(ports.connect(organization, ConnectionSettings.DEFAULT));
        save(configured);

        checkConnection.check(organization);

        assertThat(stored().map(Connection::account)).contains(ACCOUNT);
    }

    @Test
    void doesNotReplaceTheAccountThatIsKnown() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        ports.practiceSystem().checks(reached(OTHER));

        checkConnection.check(organization);

        assertThat(stored().map(Connection::account)).contains(ACCOUNT);
    }

    @Test
    void remembersThatTheKeyIsRejected() {
        Connection configured = ports.connect(organization, ConnectionSettings.DEFAULT);
        ports.practiceSystem().checks(new ConnectionCheck.KeyRejected());
        Instant later = ports.clock().advance(Duration.ofHours(1));

        Outcome outcome = checkConnection.check(organization);

        assertThat(outcome).isEqualTo(new Outcome.Checked(configured, new ConnectionCheck.KeyRejected(), later));
        assertThat(stored()).contains(configured.checked(Connection.Status.ACTION_REQUIRED, null, later));
    }

    static Stream<ConnectionCheck> answersThatSayNothingOfTheKey() {
        return Stream.of(
                new ConnectionCheck.RateLimited(NOW.plusSeconds(60)),
                new ConnectionCheck.Unreachable(),
                new ConnectionCheck.UnexpectedAnswer());
    }

    @ParameterizedTest
    @MethodSource("answersThatSayNothingOfTheKey")
    void changesNothingWhenTheKeyWasNotJudged(ConnectionCheck check) {
        Connection configured = connect(Connection.Status.ACTION_REQUIRED);
        ports.practiceSystem().checks(check);
        ports.clock().advance(Duration.ofHours(1));

        assertThat(checkConnection.check(organization))
                .isInstanceOfSatisfying(
                        Outcome.Checked.class,
                        checked -> assertThat(checked.check()).isEqualTo(check));
        assertThat(stored()).contains(configured);
    }

    @Test
    void saysNothingOfAKeyThatCameMeanwhile() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        ports.practiceSystem().checks(() -> {
            ports.connect(organization, ConnectionSettings.DEFAULT);
            return new ConnectionCheck.KeyRejected();
        });

        checkConnection.check(organization);

        assertThat(stored().map(Connection::status)).contains(Connection.Status.CONNECTED);
    }

    @Test
    void doesNotBringBackAConnectionThatWasRemovedMeanwhile() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        ports.practiceSystem().checks(() -> {
            new RemoveConnection(ports.transactions(), ports.connections(), ports.schedule()).remove(organization);
            return reached(ACCOUNT);
        });

        checkConnection.check(organization);

        assertThat(stored()).isEmpty();
    }

    @Test
    void keepsSettingsThatChangedMeanwhile() {
        Connection configured = ports.connect(organization, ConnectionSettings.DEFAULT);
        Connection changed = configured.with(
                new ConnectionSettings(
                        false,
                        5,
                        configured.settings().defaultMode(),
                        configured.settings().dataTypes()),
                NOW);
        ports.practiceSystem().checks(() -> {
            save(changed);
            return reached(ACCOUNT);
        });

        checkConnection.check(organization);

        assertThat(stored()).contains(changed.checked(Connection.Status.CONNECTED, null, NOW));
    }

    @Test
    void rejectsAKeyThatTheKeysetDoesNotOpenAnyMore() {
        ports.connect(organization, ConnectionSettings.DEFAULT);

        Outcome outcome = checkConnection(new FakeSealer()).check(organization);

        assertThat(((Outcome.Checked) outcome).check()).isEqualTo(new ConnectionCheck.KeyRejected());
        assertThat(stored().map(Connection::status)).contains(Connection.Status.ACTION_REQUIRED);
    }

    private Connection connect(Connection.Status status) {
        Connection connection =
                ports.connect(organization, ConnectionSettings.DEFAULT).checked(status, null, NOW);
        save(connection);
        return connection;
    }

    private static Connection withoutAccount(Connection connection) {
        return new Connection(
                connection.sealedCredentials(),
                connection.endpoint(),
                connection.keyHint(),
                null,
                connection.settings(),
                Connection.Status.UNCHECKED,
                null,
                connection.createdAt(),
                connection.updatedAt());
    }

    private void save(Connection connection) {
        ports.transactions().within(organization, () -> ports.connections().save(organization, connection));
    }

    private Optional<Connection> stored() {
        return ports.within(organization, () -> ports.connections().find(organization));
    }
}
