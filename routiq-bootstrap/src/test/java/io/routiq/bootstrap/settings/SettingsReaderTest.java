package io.routiq.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.routiq.bootstrap.settings.RoutiqSettings.Administrators;
import io.routiq.bootstrap.settings.RoutiqSettings.Owner;
import io.routiq.bootstrap.settings.RoutiqSettings.Server;
import io.routiq.bootstrap.settings.RoutiqSettings.Worker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsReaderTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "ROUTIQ_DATABASE_URL", "jdbc:postgresql://db.example.test/routiq",
            "ROUTIQ_DATABASE_USER", "routiq_app",
            "ROUTIQ_DATABASE_PASSWORD", "hunter2-app",
            "ROUTIQ_DATABASE_OWNER_USER", "routiq_owner",
            "ROUTIQ_DATABASE_OWNER_PASSWORD", "hunter2-owner",
            "ROUTIQ_CLERK_ISSUER", "https://clerk.example.test",
            "ROUTIQ_CLERK_AUTHORIZED_PARTIES", "https://app.example.test, http://localhost:3000",
            "ROUTIQ_ENCRYPTION_KEYSET", Keysets.generate(),
            "ROUTIQ_CORS_ORIGINS", "https://app.example.test",
            "ROUTIQ_CLINIKO_CONTACT", "integrations@practice.example.test");

    @Test
    void readsTheVariablesOfTheDocumentation() {
        RoutiqSettings settings = read(COMPLETE);
        assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://db.example.test/routiq");
        assertThat(settings.database().user()).isEqualTo("routiq_app");
        assertThat(settings.database().password().value()).isEqualTo("hunter2-app");
        assertThat(settings.database().owner()).isEqualTo(new Owner("routiq_owner", Secret.of("hunter2-owner")));
        assertThat(settings.clerk().issuer()).isEqualTo("https://clerk.example.test");
        assertThat(settings.clerk().authorizedParties())
                .containsExactly("https://app.example.test", "http://localhost:3000");
        assertThat(settings.encryption().keyset().value()).isEqualTo(COMPLETE.get("ROUTIQ_ENCRYPTION_KEYSET"));
        assertThat(settings.cors().origins()).containsExactly("https://app.example.test");
        assertThat(settings.cliniko().contact()).isEqualTo("integrations@practice.example.test");
    }

    @Test
    void hasDefaultsForTheRest() {
        RoutiqSettings settings = read(COMPLETE);
        assertThat(settings.environment()).isEqualTo("production");
        assertThat(settings.server()).isEqualTo(new Server(8000));
        assertThat(settings.database().poolSize()).isEqualTo(10);
        assertThat(settings.worker()).isEqualTo(new Worker(4, Duration.ofSeconds(4)));
        assertThat(settings.cliniko().requestsPerMinute()).isEqualTo(200);
        assertThat(settings.cliniko().endpointTemplate()).isEqualTo("https://api.{shard}.cliniko.com/v1");
        assertThat(settings.administrators()).isEqualTo(new Administrators(List.of(), "platform_admin", "true"));
        assertThat(settings.audit().retentionYears()).isEqualTo(6);
        assertThat(settings.requestsPerMinute()).isEqualTo(600);
    }

    @Test
    void readsTheOptionalVariables() {
        RoutiqSettings settings = read(with(Map.of(
                "ROUTIQ_ENVIRONMENT", "staging",
                "ROUTIQ_SERVER_PORT", "9000",
                "ROUTIQ_DATABASE_POOL_SIZE", "30",
                "ROUTIQ_WORKER_THREADS", "8",
                "ROUTIQ_CLINIKO_REQUESTS_PER_MINUTE", "100",
                "ROUTIQ_ADMINISTRATORS_USERS", "user_1,user_2",
                "ROUTIQ_ADMINISTRATORS_CLAIM", "staff",
                "ROUTIQ_ADMINISTRATORS_VALUE", "root",
                "ROUTIQ_AUDIT_RETENTION_YEARS", "10",
                "ROUTIQ_REQUESTS_PER_MINUTE", "1200")));
        assertThat(settings.audit().retentionYears()).isEqualTo(10);
        assertThat(settings.requestsPerMinute()).isEqualTo(1200);
        assertThat(settings.environment()).isEqualTo("staging");
        assertThat(settings.server()).isEqualTo(new Server(9000));
        assertThat(settings.database().poolSize()).isEqualTo(30);
        assertThat(settings.worker().threads()).isEqualTo(8);
        assertThat(settings.cliniko().requestsPerMinute()).isEqualTo(100);
        assertThat(settings.administrators())
                .isEqualTo(new Administrators(List.of("user_1", "user_2"), "staff", "root"));
    }

    @Test
    void namesEverythingThatIsMissingInOneSentenceEach() {
        List<String> problems = problems(Map.of());
        assertThat(problems)
                .hasSameSizeAs(COMPLETE.keySet())
                .allSatisfy(problem -> assertThat(problem)
                        .matches("ROUTIQ_[A-Z_]+ is missing: [^.]+ \\(see \"Configuration\" in README\\.md\\)\\."));
        assertThat(problems.stream().map(problem -> problem.split(" ", 2)[0]))
                .containsExactlyInAnyOrderElementsOf(COMPLETE.keySet());
    }

    @Test
    void namesWhatIsWrongTogetherWithWhatIsMissing() {
        Map<String, String> variables = with(Map.of(
                "ROUTIQ_DATABASE_URL", "jdbc:mysql://hunter2@db.example.test/routiq",
                "ROUTIQ_WORKER_THREADS", "hunter2",
                "ROUTIQ_ENCRYPTION_KEYSET", "hunter2"));
        variables.remove("ROUTIQ_CLINIKO_CONTACT");
        assertThat(problems(variables))
                .hasSize(4)
                .noneMatch(problem -> problem.contains("hunter2"))
                .anyMatch(problem -> problem.startsWith("ROUTIQ_DATABASE_URL must be the address of PostgreSQL"))
                .anyMatch(problem -> problem.startsWith("ROUTIQ_WORKER_THREADS must be a whole number"))
                .anyMatch(problem -> problem.startsWith("ROUTIQ_ENCRYPTION_KEYSET must be a Tink keyset"))
                .anyMatch(problem -> problem.startsWith("ROUTIQ_CLINIKO_CONTACT is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "ROUTIQ_DATABASE_URL, postgresql://db.example.test/routiq",
        "ROUTIQ_DATABASE_URL, ' '",
        "ROUTIQ_SERVER_PORT, 65536",
        "ROUTIQ_DATABASE_OWNER_USER, routiq_app",
        "ROUTIQ_DATABASE_POOL_SIZE, 0",
        "ROUTIQ_DATABASE_POOL_SIZE, 501",
        "ROUTIQ_DATABASE_POOL_SIZE, 99999999999",
        "ROUTIQ_CLERK_ISSUER, http://clerk.example.test",
        "ROUTIQ_CLERK_ISSUER, https://clerk.example.test/",
        "ROUTIQ_CLERK_ISSUER, https://clerk.example.test?a=b",
        "ROUTIQ_CLERK_ISSUER, clerk.example.test",
        "ROUTIQ_CLERK_ISSUER, https://not a host",
        "ROUTIQ_CLERK_AUTHORIZED_PARTIES, *",
        "ROUTIQ_CLERK_AUTHORIZED_PARTIES, 'https://app.example.test,https://app.example.test/'",
        "ROUTIQ_CLERK_AUTHORIZED_PARTIES, ','",
        "ROUTIQ_CORS_ORIGINS, *",
        "ROUTIQ_CLINIKO_CONTACT, nobody",
        "ROUTIQ_CLINIKO_CONTACT, some body@practice.example.test",
        "ROUTIQ_CLINIKO_REQUESTS_PER_MINUTE, -1",
        "ROUTIQ_CLINIKO_ENDPOINT_TEMPLATE, http://localhost:8003/{shard}/v1",
        "ROUTIQ_WORKER_THREADS, 65",
        "ROUTIQ_WORKER_HEARTBEAT, 5s",
        "ROUTIQ_ADMINISTRATORS_CLAIM, ' '",
        "ROUTIQ_ADMINISTRATORS_VALUE, ''",
        "ROUTIQ_AUDIT_RETENTION_YEARS, 5",
        "ROUTIQ_AUDIT_RETENTION_YEARS, six",
        "ROUTIQ_REQUESTS_PER_MINUTE, 0",
    })
    void refusesWrongValues(String variable, String value) {
        assertThat(problems(with(Map.of(variable, value))))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith(variable + " ")
                        .endsWith(" (see \"Configuration\" in README.md)."));
    }

    @ParameterizedTest
    @MethodSource
    void allowsLocalAddressesInTheSandboxOnly(Map<String, String> local) {
        StandardEnvironment sandbox = environment(with(local));
        sandbox.setActiveProfiles("sandbox");
        assertThat(SettingsReader.read(sandbox)).isNotNull();
        assertThat(problems(with(local))).hasSize(1);
    }

    static Stream<Arguments> allowsLocalAddressesInTheSandboxOnly() {
        return Stream.of(
                argumentSet("issuer", Map.of("ROUTIQ_CLERK_ISSUER", "http://localhost:8002")),
                argumentSet("database", Map.of("ROUTIQ_DATABASE_URL", "jdbc:other://localhost/routiq")),
                argumentSet("Cliniko", Map.of("ROUTIQ_CLINIKO_ENDPOINT_TEMPLATE", "http://localhost:8003/{shard}/v1")));
    }

    @Test
    void takesAPasswordLiterally() {
        String password = "hunter2 #${unknown} %20,\"'";
        assertThat(read(with(Map.of("ROUTIQ_DATABASE_PASSWORD", password)))
                        .database()
                        .password())
                .isEqualTo(Secret.of(password));
    }

    @Test
    void neverShowsASecret() {
        assertThat(read(COMPLETE).toString())
                .doesNotContain("hunter2", COMPLETE.get("ROUTIQ_ENCRYPTION_KEYSET"))
                .contains("routiq_app", "password=(secret)", "keyset=(secret)");
    }

    private static Map<String, String> with(Map<String, String> changes) {
        Map<String, String> variables = new HashMap<>(COMPLETE);
        variables.putAll(changes);
        return variables;
    }

    private static List<String> problems(Map<String, String> variables) {
        InvalidSettingsException refusal = catchThrowableOfType(InvalidSettingsException.class, () -> read(variables));
        assertThat(refusal).isNotNull();
        return refusal.problems();
    }

    private static RoutiqSettings read(Map<String, String> variables) {
        return SettingsReader.read(environment(variables));
    }

    private static StandardEnvironment environment(Map<String, String> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables)));
        return environment;
    }
}
