package io.routiq.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code /openapi.json} says of the answers, and whether an answer keeps to it, to its last member. */
final class DescribedApi {

    private static final String IRI = "https://routiq.example.test/openapi.json";
    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final Set<String> CLIENTS_HEADERS = Set.of(
            "ETag", "Location", "Retry-After", "WWW-Authenticate", "RateLimit", "RateLimit-Policy", "X-Request-Id");
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Operation> operations = new ArrayList<>();
    private final SchemaRegistry schemas;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    /**
     * A route.
     *
     * @param pointer where it stands in the document
     */
    record Operation(String method, String path, Pattern pattern, JsonNode description, String pointer) {

        String id() {
            return description.path("operationId").asString();
        }

        boolean isGuarded() {
            return path.startsWith("/api/");
        }

        /** The names of its parameters in the path, the query or the headers. */
        List<String> parameters(String place) {
            return description
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asString().equals(place))
                    .map(parameter -> parameter.path("name").asString())
                    .toList();
        }

        boolean takesBody() {
            return description.has("requestBody");
        }

        private long variables() {
            return path.chars().filter(character -> character == '{').count();
        }
    }

    DescribedApi(String document) {
        ObjectNode strict = (ObjectNode) JSON.readTree(document);
        forbidWhatIsNotDeclared(strict);
        schemas = SchemaRegistry.withDialect(
                Dialects.getDraft202012(),
                builder -> builder.schemas(Map.of(IRI, strict.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        strict.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> operations.add(new Operation(
                        method.toUpperCase(Locale.ROOT),
                        path,
                        Pattern.compile(path.replaceAll("\\{\\w+}", "[^/]*")),
                        operation,
                        "#/paths/" + path.replace("/", "~1") + "/" + method))));
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Fails unless the document says that this answer can come. */
    void check(String method, String path, Client.Answer answer) {
        Optional<Operation> operation = operation(method, path.split("\\?", 2)[0]);
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        String where = method + " " + path + " -> " + answer.status() + " " + type;
        if (operation.isEmpty()) {
            if (path.startsWith("/api/")) {
                assertThat(answer.status()).as(where).isIn(400, 401, 404, 405);
                checkBody(PROBLEM, answer.json(), where);
            }
            return;
        }
        JsonNode response = operation.get().description().path("responses").path(Integer.toString(answer.status()));
        assertThat(response.isObject())
                .as("%s: not described%n%s", where, answer.text())
                .isTrue();
        checkHeaders(response.path("headers"), answer, where);
        if (!response.path("content").isEmpty()) {
            assertThat(response.path("content").propertyNames()).as(where).contains(type);
            boolean readable = answer.headers().firstValue("Content-Encoding").isEmpty();
            if (type.endsWith("json") && readable) {
                checkBody(
                        operation.get().pointer() + "/responses/" + answer.status() + "/content/"
                                + type.replace("/", "~1") + "/schema",
                        answer.json(),
                        where);
            }
        }
    }

    /** Fails unless the document says that this is what an event of the stream can tell. */
    void checkEvent(String path, JsonNode data) {
        Operation stream = operation("GET", path).orElseThrow();
        checkBody(stream.pointer() + "/responses/200/content/text~1event-stream/schema", data, path);
    }

    /** What the document promises is there, and of those headers that clients work with nothing else is. */
    private static void checkHeaders(JsonNode described, Client.Answer answer, String where) {
        described.forEachEntry((name, header) -> {
            if (header.path("required").asBoolean()) {
                assertThat(answer.headers().firstValue(name))
                        .as("%s: header %s", where, name)
                        .isPresent();
            }
        });
        Set<String> there = new HashSet<>(CLIENTS_HEADERS);
        there.removeIf(name -> answer.headers().firstValue(name).isEmpty());
        assertThat(described.propertyNames()).as("%s: headers", where).containsAll(there);
    }

    private void checkBody(String pointer, JsonNode body, String where) {
        Schema schema = known.computeIfAbsent(pointer, any -> schemas.getSchema(SchemaLocation.of(IRI + pointer)));
        assertThat(schema.validate(body)).as("%s%n%s", where, body).isEmpty();
    }

    /** The described route that a request goes to; the one with fewer variables where two match. */
    private Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.pattern().matcher(path).matches())
                .min((one, other) -> Long.compare(one.variables(), other.variables()));
    }

    /** Schemas may be put together from several, so that only the whole can say which members there are. */
    private static void forbidWhatIsNotDeclared(ObjectNode document) {
        Set<String> parts = new HashSet<>();
        document.findValues("allOf")
                .forEach(all -> all.forEach(part -> parts.add(part.path("$ref").asString())));
        document.path("components").path("schemas").forEachEntry((name, schema) -> {
            if (schema.has("properties") && !parts.contains("#/components/schemas/" + name)) {
                close(schema);
            }
        });
        document.path("paths")
                .forEach(item -> item.forEach(operation -> operation
                        .path("responses")
                        .forEach(response -> response.path("content").forEach(media -> {
                            close(media.path("schema"));
                            close(media.path("schema").path("properties").path("data"));
                        }))));
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            object.put("unevaluatedProperties", false);
        }
    }
}
