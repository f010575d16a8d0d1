package io.routiq.bootstrap.endtoend;

import io.routiq.bootstrap.sandbox.Product;
import io.routiq.bootstrap.sandbox.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests as somebody, and takes whatever comes back. */
public record Client(Product product, Map<String, String> headers) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<URI, DescribedApi> DESCRIBED = new ConcurrentHashMap<>();
    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");

    public record Answer(int status, HttpHeaders headers, String text) {

        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String at(String pointer) {
            return json().at(pointer).asString();
        }
    }

    static Client nobody(Product product) {
        return new Client(product, Map.of());
    }

    static Client of(Product product, TokenRequest member) {
        return new Client(
                product,
                Map.of(
                        "Authorization",
                        "Bearer " + product.identity().token(member),
                        "x-organization-id",
                        member.organization()));
    }

    public static Client admin(Product product, String organization) {
        return of(product, TokenRequest.of(organization, "user_admin"));
    }

    static Client member(Product product, String organization) {
        return of(product, new TokenRequest(organization, "user_member", "org:member", List.of(), 1, 3600, false));
    }

    Client with(String header, @Nullable String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        if (value == null) {
            changed.remove(header);
        } else {
            changed.put(header, value);
        }
        return new Client(product, changed);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer post(String path, Map<String, Object> body) {
        return with("Content-Type", "application/json").send("POST", path, JSON.writeValueAsString(body));
    }

    Answer send(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(product.address().resolve(path))
                .timeout(Duration.ofMinutes(1))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
            described(product).check(method, path, answer);
            return answer;
        } catch (IOException failure) {
            throw new AssertionError("No answer to " + method + " " + path, failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopping);
        }
    }

    /** What the product says of itself; each answer that any test gets has to keep to it. */
    static DescribedApi described(Product product) {
        return DESCRIBED.computeIfAbsent(product.address(), address -> {
            try {
                HttpRequest request =
                        HttpRequest.newBuilder(address.resolve("/openapi.json")).build();
                return new DescribedApi(
                        HTTP.send(request, BodyHandlers.ofString()).body());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopping);
            }
        });
    }

    public Answer configure(String organization, String key) {
        return post("/api/v1/cliniko/configure/" + organization, Map.of("api_key", key));
    }

    /** Starts a run; its id. */
    public String start(String organization, String mode) {
        Answer started = post("/api/v1/sync/start/" + organization + "?sync_mode=" + mode, Map.of());
        if (started.status() != 201) {
            throw new AssertionError("Not started: " + started.text());
        }
        return started.at("/sync_id");
    }

    /** The run's status when it has ended; looks again and again for up to a minute. */
    public Answer ended(String id) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        Answer status = get("/api/v1/sync/status/" + id);
        while (!ENDED.contains(status.at("/status"))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Still going: " + status.text());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            status = get("/api/v1/sync/status/" + id);
        }
        return status;
    }

    public Answer run(String organization, String mode) {
        return ended(start(organization, mode));
    }
}
