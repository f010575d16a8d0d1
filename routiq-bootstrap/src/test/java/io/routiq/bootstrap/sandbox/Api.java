package io.routiq.bootstrap.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product's own API as one member of one organization uses it. */
final class Api {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final String organization;
    private final String token;

    Api(URI address, String organization, String token) {
        this.address = address;
        this.organization = organization;
        this.token = token;
    }

    String organization() {
        return organization;
    }

    String token() {
        return token;
    }

    /** @throws SandboxException if the answer is not a success */
    JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** @throws SandboxException if the answer is not a success */
    JsonNode post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("x-organization-id", organization);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() >= 300) {
                throw new SandboxException("The application answered %d: %s. %s"
                        .formatted(
                                answer.statusCode(),
                                body.path("error").asString(),
                                body.path("detail").asString()));
            }
            return body;
        } catch (IOException failure) {
            throw new SandboxException("The application does not answer at " + address, failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted", stopping);
        }
    }
}
