package io.routiq.bootstrap.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Stands in for Clerk: publishes signing keys and hands a session token to whoever asks. Listens on this machine only.
 */
public final class LocalIdentityProvider implements AutoCloseable {

    private static final Duration LONGEST_OUTAGE = Duration.ofDays(1);

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock;
    private final Supplier<Map<String, Object>> description;
    private final SessionTokens tokens;
    private final AtomicInteger keyRequests = new AtomicInteger();
    private volatile Instant outageUntil = Instant.MIN;

    private LocalIdentityProvider(
            HttpServer server, String authorizedParty, InstantSource clock, Supplier<Map<String, Object>> description) {
        this.server = server;
        this.clock = clock;
        this.description = description;
        this.tokens = new SessionTokens(issuer(), authorizedParty, clock);
        server.setExecutor(executor);
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @param authorizedParty the origin that tokens are made for
     * @param description what {@code GET /} answers: texts, numbers, lists and maps
     * @throws java.net.BindException if the port is in use
     */
    public static LocalIdentityProvider start(
            int port, String authorizedParty, InstantSource clock, Supplier<Map<String, Object>> description)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        return new LocalIdentityProvider(server, authorizedParty, clock, description);
    }

    /** The issuer of the tokens, and this server's address. */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public URI jwksUri() {
        return URI.create(issuer() + "/.well-known/jwks.json");
    }

    public URI tokenEndpoint() {
        return URI.create(issuer() + "/token");
    }

    public String token(TokenRequest request) {
        return tokens.token(request);
    }

    /** Signs with a new key from now on; returns its id. */
    public String rotateKeys() {
        return tokens.rotate();
    }

    /** Publishes no keys for a while; zero ends an outage. */
    public void outage(Duration length) {
        outageUntil = clock.instant().plus(length);
    }

    /** How often keys were asked for. */
    public int keyRequests() {
        return keyRequests.get();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }

    private record Answer(int status, String json) {
        static Answer of(int status, Map<String, Object> body) {
            return new Answer(status, JSONObjectUtils.toJSONString(body));
        }

        static Answer problem(int status, String error, String detail) {
            return of(status, Map.of("error", error, "detail", detail));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answerTo(exchange);
            byte[] body = answer.json().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
            exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
            exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "*");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answerTo(HttpExchange exchange) {
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        try {
            return switch (request) {
                case "GET /" -> Answer.of(200, description.get());
                case "GET /.well-known/jwks.json" -> publishedKeys();
                case "GET /token", "POST /token" ->
                    Answer.of(200, Map.of("token", tokens.token(TokenRequest.parse(query(exchange)))));
                case "POST /keys/rotate" -> Answer.of(200, Map.of("kid", rotateKeys()));
                case "POST /outage" -> startedOutage(query(exchange));
                default -> other(exchange);
            };
        } catch (IllegalArgumentException e) {
            return Answer.problem(400, "Bad request", String.valueOf(e.getMessage()));
        }
    }

    private Answer publishedKeys() {
        keyRequests.incrementAndGet();
        return clock.instant().isBefore(outageUntil)
                ? Answer.problem(503, "Service unavailable", "An outage was asked for")
                : new Answer(200, tokens.published().toString());
    }

    private Answer startedOutage(Map<String, String> query) {
        String seconds = query.getOrDefault("seconds", "");
        if (!seconds.matches("\\d{1,5}") || Integer.parseInt(seconds) > LONGEST_OUTAGE.toSeconds()) {
            throw new IllegalArgumentException("seconds is a whole number, 0 to 86400");
        }
        outage(Duration.ofSeconds(Integer.parseInt(seconds)));
        return Answer.of(200, Map.of("outage_until", outageUntil.toString()));
    }

    private static Answer other(HttpExchange exchange) {
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            return Answer.of(200, Map.of());
        }
        return switch (exchange.getRequestURI().getPath()) {
            case "/", "/.well-known/jwks.json", "/token" ->
                Answer.problem(405, "Method not allowed", "GET works here, and POST for /token");
            case "/keys/rotate", "/outage" -> Answer.problem(405, "Method not allowed", "Only POST works here");
            default ->
                Answer.problem(404, "Not found", "Known: /, /.well-known/jwks.json, /token, /keys/rotate and /outage");
        };
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        String text = exchange.getRequestURI().getRawQuery();
        if (text != null) {
            for (String pair : text.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                query.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
