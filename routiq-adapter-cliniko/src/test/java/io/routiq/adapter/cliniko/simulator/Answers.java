package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The bodies that do not depend on records. */
final class Answers {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Answers() {}

    static HttpResponse json(int status, JsonNode body) {
        return HttpResponse.of(status, "application/json; charset=utf-8", JSON.writeValueAsString(body));
    }

    static HttpResponse message(int status, String message) {
        return json(status, JSON.createObjectNode().put("message", message));
    }

    /** Cliniko writes a typographic apostrophe. */
    static HttpResponse invalid(Map<String, String> errors) {
        ObjectNode body = JSON.createObjectNode().put("message", "Validation Failed");
        ObjectNode fields = body.putObject("errors");
        errors.forEach(fields::put);
        return json(422, body);
    }

    static HttpResponse accessDenied() {
        return HttpResponse.of(401, "text/plain; charset=utf-8", "HTTP Basic: Access denied.\n");
    }

    /** What a proxy or an unknown route answers: a long page, not JSON. */
    static HttpResponse page(int status, String title) {
        return HttpResponse.of(status, "text/html; charset=utf-8", html(title));
    }

    static String html(String title) {
        String style = ".message { margin: 0 auto; padding: 12px; color: #345; }\n".repeat(460);
        return "<!DOCTYPE html>\n<html><head><title>" + title + "</title><style>\n" + style
                + "</style></head><body><h1>" + title + "</h1></body></html>\n";
    }

    static HttpResponse notFound(SimulatorSwitches switches) {
        return switch (switches.get(Switch.NOT_FOUND_BODY)) {
            case EMPTY -> HttpResponse.empty(404);
            case HTML -> page(404, "The page you were looking for doesn't exist (404)");
            default -> message(404, "Record not found");
        };
    }
}
