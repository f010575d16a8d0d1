package io.routiq.bootstrap.sandbox;

import io.routiq.adapter.cliniko.simulator.ClinikoSimulator;
import io.routiq.bootstrap.RoutiqApplication;
import io.routiq.bootstrap.settings.Keysets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** The production application on a real PostgreSQL, with stand-ins for what is outside: Clerk and Cliniko. */
public final class Product implements AutoCloseable {

    private static final String BROWSER_ORIGIN = "http://localhost:3000";

    private final Path directory;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<String, Object> description = new LinkedHashMap<>();
    private final SandboxDatabase database;
    private final ClinikoSimulator simulator;
    private final LocalIdentityProvider identity;
    private final Map<String, Object> properties;
    private final Instance first;

    /** Where the parts listen; 0 for a free port. */
    public record Ports(int port, int identity, int simulator) {}

    private Product(Path directory, Ports ports, boolean keepData, int requestsPerMinute, Map<String, Object> settings)
            throws IOException {
        this.directory = directory;
        this.database = opened(SandboxDatabase.start(directory, keepData));
        this.simulator = opened(ClinikoSimulator.start(ports.simulator(), Clock.systemUTC()));
        this.identity = opened(
                LocalIdentityProvider.start(ports.identity(), BROWSER_ORIGIN, Clock.systemUTC(), () -> description));
        this.properties = properties(requestsPerMinute, keyset(keepData));
        this.properties.putAll(settings);
        this.first = opened(new Instance(ports.port()));
    }

    /** One more instance of the application on the same database; the caller closes it. */
    public Instance anotherInstance() {
        return new Instance(0);
    }

    /** An instance of the application. */
    public final class Instance implements AutoCloseable {

        private final ConfigurableApplicationContext application;

        private Instance(int port) {
            application = new SpringApplicationBuilder(RoutiqApplication.class)
                    .profiles("sandbox")
                    .registerShutdownHook(false)
                    .run(arguments(port));
        }

        /** A part of it. */
        public <T> T get(Class<T> type) {
            return application.getBean(type);
        }

        public URI address() {
            return URI.create(
                    "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port"));
        }

        @Override
        public void close() {
            application.close();
        }
    }

    /**
     * Starts all parts.
     *
     * @param directory for the database, the log and the keyset
     * @param keepData true to go on with what an earlier start left there
     * @param requestsPerMinute as many as the application takes for allowed
     */
    public static Product start(Path directory, Ports ports, boolean keepData, int requestsPerMinute) {
        return start(directory, ports, keepData, requestsPerMinute, Map.of());
    }

    /** The same with settings that differ from the sandbox's. */
    public static Product start(
            Path directory, Ports ports, boolean keepData, int requestsPerMinute, Map<String, Object> settings) {
        // Until Spring Boot has set up logging, the embedded database would tell everything it does.
        LoggingSystem.get(Product.class.getClassLoader()).beforeInitialize();
        try {
            return new Product(directory, ports, keepData, requestsPerMinute, settings);
        } catch (IOException failure) {
            throw new SandboxException("The sandbox could not start: " + failure.getMessage(), failure);
        }
    }

    public URI address() {
        return first.address();
    }

    /** The instance that was started with the rest. */
    public Instance instance() {
        return first;
    }

    /** What an instance in a process of its own has to be told; there are secrets in it. */
    public Map<String, Object> settings() {
        return Map.copyOf(properties);
    }

    /** A connection to the database in the role that serves. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), SandboxDatabase.USER, database.password());
    }

    public ClinikoSimulator simulator() {
        return simulator;
    }

    public LocalIdentityProvider identity() {
        return identity;
    }

    public Path log() {
        return directory.resolve("routiq.log");
    }

    /** The API as a member of an organization uses it. */
    Api api(TokenRequest member) {
        return new Api(address(), member.organization(), identity.token(member));
    }

    /** Has the identity provider's front page tell scripts what there is. */
    void describe(List<Clinic> clinics) {
        description.put("api", address().toString());
        description.put("organizations", clinics.stream().map(Clinic::describe).toList());
        description.put("issuer", identity.issuer());
        description.put("jwks_uri", identity.jwksUri().toString());
        description.put("token_endpoint", identity.tokenEndpoint().toString());
        description.put("simulator", simulator.address().toString());
        description.put("database", Map.of("url", database.url(), "user", SandboxDatabase.USER));
    }

    private Map<String, Object> properties(int requestsPerMinute, String keyset) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("routiq.environment", "sandbox");
        properties.put("routiq.database.url", database.url());
        properties.put("routiq.database.user", SandboxDatabase.USER);
        properties.put("routiq.database.password", database.password());
        properties.put("routiq.database.owner.user", SandboxDatabase.OWNER);
        properties.put("routiq.database.owner.password", database.password());
        properties.put("routiq.clerk.issuer", identity.issuer());
        properties.put("routiq.clerk.authorized-parties", BROWSER_ORIGIN);
        properties.put("routiq.encryption.keyset", keyset);
        properties.put("routiq.cors.origins", BROWSER_ORIGIN + ",http://localhost:5173");
        properties.put("routiq.cliniko.contact", "sandbox@example.test");
        properties.put("routiq.cliniko.requests-per-minute", requestsPerMinute);
        properties.put("routiq.cliniko.endpoint-template", simulator.address() + "/{shard}/v1");
        // Whoever tries things, by hand or by tests, sends more than a person does.
        properties.put("routiq.requests-per-minute", 100_000);
        properties.put("logging.file.name", log());
        properties.put("logging.threshold.console", "ERROR");
        return properties;
    }

    private String[] arguments(int port) {
        return Stream.concat(Stream.of(Map.<String, Object>entry("server.port", port)), properties.entrySet().stream())
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    /** Kept beside the data, which would be of no use without it. */
    private String keyset(boolean keepData) throws IOException {
        Path file = directory.resolve("keyset");
        if (!keepData || Files.notExists(file)) {
            Files.writeString(file, Keysets.generate());
        }
        return Files.readString(file);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /** Stops the parts, last started first. */
    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            stop(parts.pop()).ifPresent(failure -> System.err.println("Did not stop cleanly: " + failure.getMessage()));
        }
    }

    private static Optional<Exception> stop(AutoCloseable part) {
        try {
            part.close();
            return Optional.empty();
        } catch (Exception failure) {
            return Optional.of(failure);
        }
    }
}
