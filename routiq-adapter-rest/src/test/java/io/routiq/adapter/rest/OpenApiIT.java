package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.http.Snapshot;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@RestTest
class OpenApiIT {

    private static final List<String> METHODS = List.of("get", "post", "delete");

    private final RequestMappingHandlerMapping mapping;
    private final JsonNode document;

    OpenApiIT(@LocalServerPort int port, @Autowired RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
        document = Client.stranger(port).get("/openapi.json").body();
    }

    @Test
    void isOfVersion31() {
        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        assertThat(document.path("info").path("version").asString()).isEqualTo("2.0.0");
        assertThat(document.path("components").path("securitySchemes").toString())
                .contains("\"scheme\":\"bearer\"");
    }

    @Test
    void describesTheRegisteredRoutesAndNoOthers() {
        Set<String> registered = new TreeSet<>();
        mapping.getHandlerMethods().forEach((route, method) -> {
            boolean hidden = method.getBeanType().isAnnotationPresent(Hidden.class);
            if (!hidden) {
                route.getMethodsCondition()
                        .getMethods()
                        .forEach(verb ->
                                registered.add(verb.name().toLowerCase(Locale.ROOT) + " " + route.getPatternValues()));
            }
        });
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((verb, operation) -> described.add(verb + " [" + path + "]")));
        assertThat(described).isEqualTo(registered).hasSizeGreaterThan(13);
    }

    @Test
    void givesEachOperationWhatAClientNeeds() {
        Set<String> ids = new TreeSet<>();
        assertThat(operations()).isNotEmpty().allSatisfy(operation -> {
            ids.add(operation.path("operationId").asString());
            assertThat(operation.path("summary").asString()).isNotBlank();
            assertThat(operation.path("tags").size()).isEqualTo(1);
            assertThat(operation.path("responses").has("500")).isTrue();
            assertThat(operation.path("responses").has("406")).isTrue();
        });
        assertThat(ids).hasSameSizeAs(operations());
    }

    @Test
    void asksEveryGuardedOperationForTokenAndHeader() {
        document.path("paths").forEachEntry((path, item) -> {
            if (path.startsWith("/api/")) {
                METHODS.stream().map(item::path).filter(JsonNode::isObject).forEach(operation -> {
                    assertThat(operation.path("security").toString()).contains("clerk_session_token");
                    assertThat(parameters(operation)).contains("header x-organization-id");
                    assertThat(parameters(operation).contains("path organization_id"))
                            .isEqualTo(path.contains("{organization_id}"));
                    assertThat(operation.path("responses").propertyNames()).contains("400", "401", "403", "503");
                });
            }
        });
    }

    @Test
    void namesParametersAsTheyAreSent() {
        assertThat(parameters(operation("listActivePatients")))
                .containsExactly(
                        "path organization_id",
                        "header x-organization-id",
                        "query page",
                        "query limit",
                        "query page_size",
                        "query cursor",
                        "query search",
                        "query search_name",
                        "query active_only",
                        "query activity_status",
                        "query appointment_type",
                        "query has_upcoming",
                        "query min_recent_appointments",
                        "query include_archived",
                        "query days",
                        "query upcoming_days",
                        "query sort",
                        "header If-None-Match");
        JsonNode mode = operation("startSync").path("parameters").path(2);
        assertThat(mode.path("name").asString()).isEqualTo("sync_mode");
        assertThat(mode.path("schema").toString())
                .isEqualTo("{\"type\":\"string\",\"enum\":[\"active\",\"full\",\"incremental\"]}");
    }

    @Test
    void offersBothMediaTypesWithTrueExamples() {
        DescribedSchemas schemas = new DescribedSchemas(document);
        assertThat(operations())
                .filteredOn(
                        operation -> !operation.path("operationId").asString().equals("streamSync"))
                .allSatisfy(operation -> operation.path("responses").forEachEntry((status, response) -> {
                    if (status.startsWith("2")) {
                        JsonNode content = response.path("content");
                        assertThat(content.propertyNames())
                                .containsExactly("application/json", "application/vnd.routiq.envelope+json");
                        content.forEachEntry((type, media) ->
                                schemas.assertMatches(media.path("example"), media.path("schema"), type));
                    }
                }));
    }

    @Test
    void describesAStreamOfEvents() {
        JsonNode stream = operation("streamSync");
        JsonNode content = stream.path("responses").path("200").path("content");
        assertThat(content.propertyNames()).containsExactly("text/event-stream");
        assertThat(content.path("text/event-stream").path("schema").path("type").asString())
                .isEqualTo("string");
        assertThat(content.path("text/event-stream").path("example").asString()).startsWith("event: progress\nid: ");
        assertThat(parameters(stream))
                .containsExactly("header x-organization-id", "path sync_id", "header last-event-id");
    }

    @Test
    void describesProblemsByTheirCodes() {
        assertThat(operations())
                .allSatisfy(operation -> operation.path("responses").forEachEntry((status, response) -> {
                    if (status.startsWith("4")) {
                        assertThat(response.path("content").propertyNames())
                                .containsExactly("application/problem+json");
                    }
                }));
        assertThat(schema("Problem")
                        .path("properties")
                        .path("code")
                        .path("enum")
                        .size())
                .isEqualTo(23);
        assertThat(operation("startSync")
                        .path("responses")
                        .path("409")
                        .path("description")
                        .asString())
                .isEqualTo("`sync_in_progress` or `not_configured` or `sync_disabled`");
        assertThat(operation("startSync")
                        .path("responses")
                        .path("201")
                        .path("headers")
                        .has("Location"))
                .isTrue();
    }

    @Test
    void saysWhichAnswersCanBeRevalidated() {
        assertThat(operations()).filteredOn(OpenApiIT::isRevalidated).hasSizeGreaterThan(4);
        assertThat(operations()).allSatisfy(operation -> {
            JsonNode responses = operation.path("responses");
            boolean revalidated = isRevalidated(operation);
            assertThat(parameters(operation).contains("header If-None-Match")).isEqualTo(revalidated);
            assertThat(responses.path("200").path("headers").has("ETag")).isEqualTo(revalidated);
            assertThat(responses.path("304").path("headers").has("ETag")).isEqualTo(revalidated);
            assertThat(responses.path("304").has("content")).isFalse();
        });
    }

    private static boolean isRevalidated(JsonNode operation) {
        return operation.path("responses").has("304");
    }

    /** Whoever says up to when their data is complete can be asked whether it has changed. */
    @Test
    void revalidatesEveryAnswerOfSynchronisedData() {
        assertThat(mapping.getHandlerMethods().values())
                .map(method -> method.getReturnType().getParameterType())
                .filteredOn(OpenApiIT::saysHowFreshItIs)
                .hasSizeGreaterThan(4)
                .allMatch(Snapshot.class::isAssignableFrom);
    }

    private static boolean saysHowFreshItIs(Class<?> answer) {
        return answer.isRecord()
                && Arrays.stream(answer.getRecordComponents())
                        .anyMatch(member -> member.getName().equals("dataAsOf"));
    }

    @Test
    void saysWhatCanBeNull() {
        JsonNode patient = schema("PatientResponse");
        assertThat(patient.path("required").size()).isEqualTo(21);
        assertThat(patient.path("properties").path("phone").path("type").toString())
                .isEqualTo("[\"string\",\"null\"]");
        assertThat(patient.path("properties").path("id").path("type").toString())
                .isEqualTo("\"string\"");
        assertThat(schema("SyncStatusResponse")
                        .path("properties")
                        .path("failure")
                        .toString())
                .isEqualTo("{\"anyOf\":[{\"$ref\":\"#/components/schemas/SyncFailure\"},{\"type\":\"null\"}]}");
        assertThat(schema("PatientAgendaResponse").path("required").size()).isEqualTo(27);
        assertThat(schema("ConfigureRequest").has("required")).isFalse();
    }

    private JsonNode schema(String name) {
        return new DescribedSchemas(document).named(name);
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document.path("paths")
                .forEach(item -> METHODS.stream()
                        .map(item::path)
                        .filter(JsonNode::isObject)
                        .forEach(operations::add));
        return operations;
    }

    private JsonNode operation(String id) {
        return operations().stream()
                .filter(operation -> operation.path("operationId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> parameters(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(OpenApiIT::placeAndName)
                .toList();
    }

    private static String placeAndName(JsonNode parameter) {
        return parameter.path("in").asString() + " " + parameter.path("name").asString();
    }
}
