package io.routiq.bootstrap.histories;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A connector as one finds them: pages by number in the order of the latest change, and changes strictly after the last one
 * seen. It knows of hidden records and tries again where it gets no answer, so that it fails for nothing but its algorithm.
 */
final class NaiveConnector {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int ATTEMPTS = 20;

    private final URI base;
    private final String key;
    private final int pageSize;
    private final Runnable wait;
    private final Map<Kind, Instant> watermarks = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, JsonNode>> copy = new EnumMap<>(Kind.class);

    /** @param wait lets a minute pass */
    NaiveConnector(URI base, String key, int pageSize, Runnable wait) {
        this.base = base;
        this.key = key;
        this.pageSize = pageSize;
        this.wait = wait;
    }

    /** What it holds of a kind, by id. */
    Map<String, JsonNode> copy(Kind kind) {
        return copy.getOrDefault(kind, Map.of());
    }

    void synchronise(Kind kind) {
        String changes =
                watermarks.containsKey(kind) ? "&q%5B%5D=" + encoded("updated_at:>" + watermarks.get(kind)) : "";
        int page = 0;
        JsonNode answer;
        do {
            page++;
            answer = ask("/" + kind.resources.getFirst() + "?sort=updated_at&per_page=" + pageSize + "&page=" + page
                    + "&q%5B%5D=" + encoded("archived_at:*")
                    + (kind == Kind.APPOINTMENTS ? "&q%5B%5D=" + encoded("cancelled_at:*") : "") + changes);
            answer.path(kind.resources.getFirst()).forEach(record -> keep(kind, record));
        } while (answer.path("links").has("next"));
    }

    private void keep(Kind kind, JsonNode record) {
        copy.computeIfAbsent(kind, unknown -> new TreeMap<>())
                .put(record.path("id").asString(), record);
        watermarks.merge(
                kind,
                Instant.parse(record.path("updated_at").asString()),
                (known, now) -> now.isAfter(known) ? now : known);
    }

    private JsonNode ask(String target) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + target))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8)))
                .header("Accept", "application/json")
                .header("User-Agent", "Naive (naive@example.test)")
                .build();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return JsonMapper.shared().readTree(answer.body());
                }
                wait.run();
            } catch (IOException broken) {
                wait.run();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopping);
            }
        }
        throw new IllegalStateException("No answer to " + target);
    }

    private static String encoded(String term) {
        return URLEncoder.encode(term, UTF_8);
    }
}
