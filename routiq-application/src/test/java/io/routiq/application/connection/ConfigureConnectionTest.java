package io.routiq.application.connection;

import static io.routiq.application.practice.FakePracticeSystem.ACCOUNT;
import static io.routiq.application.practice.FakePracticeSystem.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.connection.ConfigureConnection.Outcome;
import io.routiq.application.connection.ConfigureConnection.Request;
import io.routiq.application.practice.ConnectionCheck;
import io.routiq.application.practice.FakePracticeSystem;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.PracticeEndpoint;
import io.routiq.application.practice.Samples;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigureConnectionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");
    private static final PracticeCredentials NEW_KEY = new PracticeCredentials("another-key-5678-uk3");
    private static final PracticeAccount OTHER = new PracticeAccount("7002", "Other Practice", "GB");

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(NOW);
    private final ConfigureConnection configureConnection = new ConfigureConnection(
            ports.transactions(),
            ports.connections(),
            ports.practiceSystem(),
            ports.copy(),
            ports.sealer(),
            ports.schedule(),
            ports.clock());

    @Test
    void storesAKeyThatWorks() {
        Outcome outcome = configure(validated(new PracticeCredentials(" " + KEY.secret() + "\n")));

        Connection stored = stored().orElseThrow();
        assertThat(outcome).isEqualTo(new Outcome.Created(stored));
        assertThat(stored)
                .isEqualTo(new Connection(
                        stored.sealedCredentials(),
                        new PracticeEndpoint("https://api.au9.practice.example.test/v1", "au9"),
                        "1234",
                        ACCOUNT,
                        ConnectionSettings.DEFAULT,
                        Connection.Status.CONNECTED,
                        NOW,
                        NOW,
                        NOW));
    }

    @Test
    void keepsTheKeyInSealedFormOnlyAndWithoutTheSpaceAroundIt() {
        configure(validated(new PracticeCredentials(" " + KEY.secret() + "\n")));

        Connection stored = stored().orElseThrow();
        assertThat(stored.credentials(ports.sealer(), organization)).contains(KEY);
        assertThat(stored.credentials(ports.sealer(), Organizations.fresh())).isEmpty();
        assertThat(stored.toString()).doesNotContain(KEY.secret());
    }

    @Test
    void storesAKeyUntriedWhenToldTo() {
        ports.practiceSystem().checks(new ConnectionCheck.KeyRejected());

        Outcome outcome = configure(new Request(Optional.of(KEY), UnaryOperator.identity(), false, false));

        Connection stored = stored().orElseThrow();
        assertThat(outcome).isEqualTo(new Outcome.Created(stored));
        assertThat(stored.status()).isEqualTo(Connection.Status.UNCHECKED);
        assertThat(stored.account()).isNull();
        assertThat(stored.checkedAt()).isNull();
    }

    @Test
    void replacesAKeyOfTheSameAccount() {
        Connection old = ports.connect(organization, ConnectionSettings.DEFAULT);
        storePatient();
        Instant later = ports.clock().advance(Duration.ofDays(1));

        Outcome outcome = configure(new Request(Optional.of(NEW_KEY), ConfigureConnectionTest::off, true, true));

        Connection stored = stored().orElseThrow();
        assertThat(outcome).isEqualTo(new Outcome.Updated(stored));
        assertThat(stored.credentials(ports.sealer(), organization)).contains(NEW_KEY);
        assertThat(stored.keyHint()).isEqualTo("5678");
        assertThat(stored.endpoint().region()).isEqualTo("uk3");
        assertThat(stored.settings()).isEqualTo(off(old.settings()));
        assertThat(stored.createdAt()).isEqualTo(NOW);
        assertThat(stored.updatedAt()).isEqualTo(later);
        assertThat(stored.checkedAt()).isEqualTo(later);
        assertThat(patients()).isEqualTo(1);
    }

    @Test
    void changesSettingsAndKeepsTheKeyWhenNoneIsGiven() {
        Connection old = ports.connect(organization, ConnectionSettings.DEFAULT);
        Instant later = ports.clock().advance(Duration.ofDays(1));
        ports.practiceSystem().checks(new ConnectionCheck.KeyRejected());

        Outcome outcome = configure(new Request(Optional.empty(), ConfigureConnectionTest::off, true, false));

        Connection expected = old.with(off(old.settings()), later);
        assertThat(outcome).isEqualTo(new Outcome.Updated(expected));
        assertThat(stored()).contains(expected);
    }

    @Test
    void asksForAKeyTheFirstTime() {
        Outcome outcome = configure(new Request(Optional.empty(), UnaryOperator.identity(), true, false));

        assertThat(outcome).isEqualTo(new Outcome.CredentialsMissing());
        assertThat(stored()).isEmpty();
    }

    /** What trying the key finds, and what comes of it. */
    static Stream<List<Object>> refusals() {
        ConnectionCheck limited = new ConnectionCheck.RateLimited(NOW.plusSeconds(60));
        ConnectionCheck unreachable = new ConnectionCheck.Unreachable();
        ConnectionCheck unexpected = new ConnectionCheck.UnexpectedAnswer();
        return Stream.of(
                List.of(new ConnectionCheck.KeyRejected(), new Outcome.CredentialsRejected()),
                List.of(FakePracticeSystem.reached(OTHER), new Outcome.AccountMismatch()),
                List.of(limited, new Outcome.NotTried(limited)),
                List.of(unreachable, new Outcome.NotTried(unreachable)),
                List.of(unexpected, new Outcome.NotTried(unexpected)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void changesNothingWhenItRefuses(List<Object> refusal) {
        Connection old = ports.connect(organization, ConnectionSettings.DEFAULT);
        storePatient();
        ports.practiceSystem().checks((ConnectionCheck) refusal.getFirst());

        Outcome outcome = configure(new Request(Optional.of(NEW_KEY), ConfigureConnectionTest::off, true, false));

        assertThat(outcome).isEqualTo(refusal.getLast());
        assertThat(stored()).contains(old);
        assertThat(patients()).isEqualTo(1);
    }

    @Test
    void storesNothingTheFirstTimeWhenTheKeyIsRejected() {
        ports.practiceSystem().checks(new ConnectionCheck.KeyRejected());

        assertThat(configure(validated(KEY))).isEqualTo(new Outcome.CredentialsRejected());
        assertThat(stored()).isEmpty();
    }

    @Test
    void storesNoTextThatIsNoKeyEvenUntried() {
        Connection old = ports.connect(organization, ConnectionSettings.DEFAULT);
        PracticeCredentials text = new PracticeCredentials("hello");

        Outcome outcome = configure(new Request(Optional.of(text), ConfigureConnectionTest::off, false, true));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.CredentialsMalformed.class,
                        malformed -> assertThat(malformed.reason()).isNotBlank().doesNotContain("hello"));
        assertThat(stored()).contains(old);
    }

    @Test
    void forgetsTheCopyWhenTheAccountIsReplaced() {
        ports.connect(organization, ConnectionSettings.DEFAULT);
        storePatient();
        ports.practiceSystem().checks(FakePracticeSystem.reached(OTHER));

        Outcome outcome = configure(new Request(Optional.of(NEW_KEY), UnaryOperator.identity(), true, true));

        Connection stored = stored().orElseThrow();
        assertThat(outcome).isEqualTo(new Outcome.Updated(stored));
        assertThat(stored.account()).isEqualTo(OTHER);
        assertThat(patients()).isZero();
        assertThat(ports.within(organization, () -> ports.watermarks().all(organization)))
                .isEmpty();
    }

    @Test
    void keepsTheKnownAccountWhenANewKeyIsNotTried() {
        ports.connect(organization, ConnectionSettings.DEFAULT);

        configure(new Request(Optional.of(NEW_KEY), UnaryOperator.identity(), false, false));

        Connection stored = stored().orElseThrow();
        assertThat(stored.account()).isEqualTo(ACCOUNT);
        assertThat(stored.status()).isEqualTo(Connection.Status.UNCHECKED);
    }

    @Test
    void changesNothingWhenTheSettingsAreImpossible() {
        Connection old = ports.connect(organization, ConnectionSettings.DEFAULT);
        storePatient();
        ports.practiceSystem().checks(FakePracticeSystem.reached(OTHER));
        UnaryOperator<ConnectionSettings> impossible =
                settings -> new ConnectionSettings(true, 1, SyncMode.FULL, settings.dataTypes());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> configure(new Request(Optional.of(NEW_KEY), impossible, true, true)));

        assertThat(stored()).contains(old);
        assertThat(patients()).isEqualTo(1);
    }

    private static Request validated(PracticeCredentials key) {
        return new Request(Optional.of(key), UnaryOperator.identity(), true, false);
    }

    private static ConnectionSettings off(ConnectionSettings settings) {
        return new ConnectionSettings(false, 5, SyncMode.INCREMENTAL, settings.dataTypes());
    }

    private Outcome configure(Request request) {
        return configureConnection.configure(organization, request);
    }

    private Optional<Connection> stored() {
        return new GetConnection(ports.transactions(), ports.connections()).get(organization);
    }

    private void storePatient() {
        ports.transactions().within(organization, () -> {
            ports.copy().store(organization, List.of(Samples.patient("1001").record()));
            ports.watermarks().save(organization, Map.of(SyncStream.PATIENTS, new Watermark(NOW, null)));
        });
    }

    private int patients() {
        return ports.within(organization, () -> ports.copy().patients(organization))
                .size();
    }
}
