package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The schemas of an OpenAPI document. Far from a whole validator: members and types, as far as our schemas use them. */
record DescribedSchemas(JsonNode document) {

    /** Fails unless the value has exactly the members that are declared, each of a declared type. */
    void assertMatches(JsonNode value, JsonNode declared, String where) {
        JsonNode schema = declared.has("$ref") ? named(lastSegment(declared)) : declared;
        if (schema.has("allOf")) {
            Set<String> members = new TreeSet<>();
            schema.path("allOf")
                    .forEach(part -> members.addAll(
                            named(lastSegment(part)).path("properties").propertyNames()));
            assertThat(new TreeSet<>(value.propertyNames())).as(where).isEqualTo(members);
            schema.path("allOf").forEach(part -> assertMembers(value, named(lastSegment(part)), where));
        } else if (schema.has("anyOf")) {
            if (!value.isNull()) {
                assertMatches(value, schema.path("anyOf").path(0), where);
            }
        } else if (schema.has("properties")) {
            assertThat(new TreeSet<>(value.propertyNames()))
                    .as(where)
                    .isEqualTo(new TreeSet<>(schema.path("properties").propertyNames()));
            assertMembers(value, schema, where);
        } else if (schema.has("items")) {
            value.forEach(item -> assertMatches(item, schema.path("items"), where));
        } else {
            assertType(value, schema, where);
        }
    }

    private void assertMembers(JsonNode value, JsonNode schema, String where) {
        schema.path("properties")
                .forEachEntry((name, property) -> assertMatches(value.path(name), property, where + " " + name));
    }

    private static void assertType(JsonNode value, JsonNode schema, String where) {
        String types = schema.path("type").toString();
        String type = switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> value.isIntegralNumber() && !types.contains("number") ? "integer" : "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case OBJECT -> "object";
            default -> "something else";
        };
        assertThat(types).as(where).contains('"' + type + '"');
    }

    JsonNode named(String name) {
        JsonNode schema = document.path("components").path("schemas").path(name);
        assertThat(schema.isObject()).as(name).isTrue();
        return schema;
    }

    private static String lastSegment(JsonNode reference) {
        String path = reference.path("$ref").asString();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
