package io.routiq.adapter.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that reads a stream of server-sent events as they come. */
final class Events implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<Event> arrived = new LinkedBlockingQueue<>();
    private final HttpResponse<InputStream> response;

    /**
     * One event; {@code name} is {@code closed} when there is no more, and empty for a comment or a setting, which then
     * is the {@code data}.
     */
    record Event(String name, String id, String data) {

        JsonNode json() {
            return JSON.readTree(data);
        }
    }

    private Events(HttpRequest request) throws IOException, InterruptedException {
        response = HTTP.send(request, BodyHandlers.ofInputStream());
        Thread.startVirtualThread(this::read);
    }

    static Events open(Client client, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + client.port() + path));
        client.with("Accept", "text/event-stream").headers().forEach(request::header);
        try {
            return new Events(request.build());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<?> response() {
        return response;
    }

    /** The next event, which is there within moments; settings and comments aside. */
    Event next() {
        Event event = nextOfAny();
        return event.name().isEmpty() ? next() : event;
    }

    /** The same, settings and comments included. */
    Event nextOfAny() {
        try {
            Event event = arrived.poll(20, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("No event came");
            }
            return event;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void read() {
        String name = "";
        String id = "";
        String data = "";
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    arrived.add(new Event(name, id, data));
                    name = "";
                    data = "";
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else {
                    data = line;
                }
            }
        } catch (IOException broken) {
            data = broken.toString();
        }
        arrived.add(new Event("closed", id, data));
    }

    /** Goes away without a word. */
    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
