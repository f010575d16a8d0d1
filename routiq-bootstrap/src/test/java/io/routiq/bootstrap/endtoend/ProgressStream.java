package io.routiq.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the events of a run as a frontend would, and holds each to the document; comments and settings are passed over. */
record ProgressStream(DescribedApi described, String path, HttpClient http, BufferedReader lines)
        implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    record Event(String name, String id, JsonNode data) {

        int percentage() {
            return data.path("progress_percentage").asInt();
        }

        String status() {
            return data.path("status").asString();
        }

        boolean isWaiting() {
            return data.path("resume_at").isString();
        }
    }

    /** Opens the stream at one of the instances, for a client that has the event {@code seen} already. */
    static ProgressStream open(Client client, URI instance, String run, String seen)
            throws IOException, InterruptedException {
        String path = "/api/v1/sync/stream/" + run;
        HttpRequest.Builder request = HttpRequest.newBuilder(instance.resolve(path));
        client.with("Accept", "text/event-stream")
                .with("Accept-Encoding", "gzip")
                .with("Last-Event-ID", seen)
                .headers()
                .forEach(request::header);
        HttpClient http = HttpClient.newHttpClient();
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        DescribedApi described = Client.described(client.product());
        described.check("GET", path, new Client.Answer(response.statusCode(), response.headers(), ""));
        return new ProgressStream(
                described, path, http, new BufferedReader(new InputStreamReader(response.body(), UTF_8)));
    }

    /** Waits for the next event, or empty when the server has ended the stream. */
    Optional<Event> next() throws IOException {
        String name = "";
        String id = "";
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.isEmpty() && !name.isEmpty()) {
                Event event = new Event(name, id, JSON.readTree(data));
                described.checkEvent(path, event.data());
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    /** All events that are still to come. */
    List<Event> rest() throws IOException {
        List<Event> rest = new ArrayList<>();
        for (Optional<Event> event = next(); event.isPresent(); event = next()) {
            rest.add(event.get());
        }
        return rest;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
