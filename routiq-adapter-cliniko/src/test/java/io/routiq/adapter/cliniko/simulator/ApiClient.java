package io.routiq.adapter.cliniko.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A plain client, as any user of the API would write one. */
final class ApiClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final String key;

    ApiClient(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    /** Terms are encoded; anything else of the query is written as it stands. */
    static String terms(String... terms) {
        return Arrays.stream(terms)
                .map(term -> "q%5B%5D=" + URLEncoder.encode(term, UTF_8))
                .collect(Collectors.joining("&"));
    }

    HttpResponse<String> get(String target) {
        return send(request(target).build());
    }

    HttpResponse<String> write(String method, String target, String json) {
        return send(request(target)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(base + target))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8)))
                .header("Accept", "application/json")
                .header("User-Agent", "Checks (checks@example.test)");
    }

    JsonNode json(String target) {
        return Answers.JSON.readTree(get(target).body());
    }

    JsonNode rows(String target) {
        String path = target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
        return json(target).path(path.substring(1));
    }

    List<String> ids(String target) {
        return rows(target).valueStream().map(row -> row.path("id").asString()).toList();
    }

    /** Every id of a list, by following {@code next}. */
    List<String> allIds(String target, String arrayKey) {
        List<String> ids = new ArrayList<>();
        String next = base + target;
        while (!next.isEmpty()) {
            JsonNode page = json(next.substring(base.toString().length()));
            page.path(arrayKey).forEach(row -> ids.add(row.path("id").asString()));
            next = page.path("links").path("next").asString("");
        }
        return ids;
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
