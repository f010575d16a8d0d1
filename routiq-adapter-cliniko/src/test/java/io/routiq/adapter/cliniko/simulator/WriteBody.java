package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.HttpRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A JSON body; one without the right {@code Content-Type} is as good as empty. */
record WriteBody(JsonNode json) {

    static WriteBody of(HttpRequest request) {
        boolean isJson = request.header("content-type")
                .filter(type -> type.contains("json"))
                .isPresent();
        if (!isJson || request.body().isBlank()) {
            return new WriteBody(Answers.JSON.createObjectNode());
        }
        try {
            return new WriteBody(Answers.JSON.readTree(request.body()));
        } catch (JacksonException notJson) {
            throw Refusal.badRequest("There was a problem parsing the body");
        }
    }

    void require(String... names) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (String name : names) {
            if (node(name).asString("").isBlank()) {
                errors.put(name, "can’t be blank");
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal(Answers.invalid(errors));
        }
    }

    Refusal invalid(String name, String why) {
        return new Refusal(Answers.invalid(Map.of(name, why)));
    }

    boolean has(String name) {
        return json.has(name);
    }

    JsonNode node(String name) {
        return json.path(name);
    }

    @Nullable
    String text(String name) {
        return node(name).isString() ? node(name).asString() : null;
    }

    @Nullable
    Boolean truth(String name) {
        return node(name).isBoolean() ? node(name).asBoolean() : null;
    }

    /** Ids come as strings and, from careless clients, as numbers. */
    long number(String name) {
        try {
            return Long.parseLong(node(name).asString(""));
        } catch (NumberFormatException notANumber) {
            throw invalid(name, "is not a number");
        }
    }

    Optional<Instant> moment(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(node(name).asString("")).toInstant());
        } catch (DateTimeParseException notAMoment) {
            throw invalid(name, "is not a valid date time");
        }
    }
}
