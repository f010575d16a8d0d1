package io.routiq.adapter.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document, as a client gets it. */
record ApiDocument(JsonNode whole) {

    static final List<String> METHODS = List.of("get", "post", "delete");

    static ApiDocument servedAt(int port) {
        return new ApiDocument(Client.stranger(port).get("/openapi.json").body());
    }

    DescribedSchemas schemas() {
        return new DescribedSchemas(whole);
    }

    JsonNode schema(String name) {
        return schemas().named(name);
    }

    List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        whole.path("paths")
                .forEach(item -> METHODS.stream()
                        .map(item::path)
                        .filter(JsonNode::isObject)
                        .forEach(operations::add));
        return operations;
    }

    JsonNode operation(String id) {
        return operations().stream()
                .filter(operation -> operation.path("operationId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static List<String> parameters(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(ApiDocument::placeAndName)
                .toList();
    }

    private static String placeAndName(JsonNode parameter) {
        return parameter.path("in").asString() + " " + parameter.path("name").asString();
    }

    /** The headers that each answer of an operation with this status has. */
    static List<String> headers(JsonNode operation, String status) {
        Stream.Builder<String> names = Stream.builder();
        operation.path("responses").path(status).path("headers").forEachEntry((name, header) -> {
            if (header.path("required").asBoolean()) {
                names.add(name);
            }
        });
        return names.build().toList();
    }
}
