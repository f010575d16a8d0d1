package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.Hidden;
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

    private static final List<String> FORMS = List.of("application/json", "application/vnd.routiq.envelope+json");
    private static final List<String> EVENTS = List.of("text/event-stream");

    private final RequestMappingHandlerMapping mapping;
    private final ApiDocument document;

    OpenApiIT(@LocalServerPort int port, @Autowired RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
        document = ApiDocument.servedAt(port);
    }

    @Test
    void isOfVersion31() {
        assertThat(document.whole().path("openapi").asString()).startsWith("3.1.");
        assertThat(document.whole().path("info").path("version").asString()).isEqualTo("2.0.0");
        assertThat(document.whole().path("components").path("securitySchemes").toString())
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
        document.whole()
                .path("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((verb, operation) -> described.add(verb + " [" + path + "]")));
        assertThat(described).isEqualTo(registered).hasSizeGreaterThan(13);
    }

    @Test
    void givesEachOperationWhatAClientNeeds() {
        Set<String> ids = new TreeSet<>();
        assertThat(document.operations()).isNotEmpty().allSatisfy(operation -> {
            ids.add(operation.path("operationId").asString());
            assertThat(operation.path("summary").asString()).isNotBlank();
            assertThat(operation.path("tags").size()).isEqualTo(1);
            assertThat(operation.path("responses").has("500")).isTrue();
            assertThat(operation.path("responses").has("406")).isTrue();
        });
        assertThat(ids).hasSameSizeAs(document.operations());
    }

    @Test
    void asksEveryGuardedOperationForTokenAndHeader() {
        document.whole().path("paths").forEachEntry((path, item) -> {
            if (path.startsWith("/api/")) {
                ApiDocument.METHODS.stream()
                        .map(item::path)
                        .filter(JsonNode::isObject)
                        .forEach(operation -> {
                            assertThat(operation.path("security").toString()).contains("clerk_session_token");
                            assertThat(ApiDocument.parameters(operation)).contains("header x-organization-id");
                            assertThat(ApiDocument.parameters(operation).contains("path organization_id"))
                                    .isEqualTo(path.contains("{organization_id}"));
                            assertThat(operation.path("responses").propertyNames())
                                    .contains("400", "401", "403", "503");
                        });
            }
        });
    }

    @Test
    void namesParametersAsTheyAreSent() {
        assertThat(ApiDocument.parameters(document.operation("listActivePatients")))
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
        JsonNode mode = document.operation("startSync").path("parameters").path(2);
        assertThat(mode.path("name").asString()).isEqualTo("sync_mode");
        assertThat(mode.path("schema").toString())
                .isEqualTo("{\"type\":\"string\",\"enum\":[\"active\",\"full\",\"incremental\"]}");
    }

    @Test
    void offersBothMediaTypesWithTrueExamples() {
        DescribedSchemas schemas = document.schemas();
        assertThat(document.operations())
                .allSatisfy(operation -> operation.path("responses").forEachEntry((status, response) -> {
                    if (status.startsWith("2")) {
                        JsonNode content = response.path("content");
                        assertThat(List.copyOf(content.propertyNames())).isIn(FORMS, EVENTS);
                        content.forEachEntry((type, media) ->
                                schemas.assertMatches(media.path("example"), media.path("schema"), type));
                    }
                }));
    }

    @Test
    void describesAStreamOfEvents() {
        JsonNode stream = document.operation("streamSync");
        JsonNode content = stream.path("responses").path("200").path("content");
        JsonNode status = document.operation("getSyncStatus")
                .path("responses")
                .path("200")
                .path("content");
        assertThat(content.propertyNames()).containsExactlyElementsOf(EVENTS);
        assertThat(content.path("text/event-stream").path("schema"))
                .isEqualTo(status.path("application/json").path("schema"));
        assertThat(stream.path("description").asString()).contains("```\nevent: progress\nid: ");
        assertThat(ApiDocument.parameters(stream))
                .containsExactly("header x-organization-id", "path sync_id", "header last-event-id");
    }

    @Test
    void describesProblemsByTheirCodes() {
        assertThat(document.operations())
                .allSatisfy(operation -> operation.path("responses").forEachEntry((status, response) -> {
                    if (status.startsWith("4")) {
                        assertThat(response.path("content").propertyNames())
                                .containsExactly("application/problem+json");
                    }
                }));
        assertThat(document.schema("Problem")
                        .path("properties")
                        .path("code")
                        .path("enum")
                        .size())
                .isEqualTo(23);
        assertThat(document.operation("startSync")
                        .path("responses")
                        .path("409")
                        .path("description")
                        .asString())
                .isEqualTo("`sync_in_progress` or `not_configured` or `sync_disabled`");
        assertThat(document.operation("startSync")
                        .path("responses")
                        .path("201")
                        .path("headers")
                        .has("Location"))
                .isTrue();
    }

    @Test
    void saysWhatCanBeNull() {
        JsonNode patient = document.schema("PatientResponse");
        assertThat(patient.path("required").size()).isEqualTo(21);
        assertThat(patient.path("properties").path("phone").path("type").toString())
                .isEqualTo("[\"string\",\"null\"]");
        assertThat(patient.path("properties").path("id").path("type").toString())
                .isEqualTo("\"string\"");
        assertThat(document.schema("SyncStatusResponse")
                        .path("properties")
                        .path("failure")
                        .toString())
                .isEqualTo("{\"anyOf\":[{\"$ref\":\"#/components/schemas/SyncFailure\"},{\"type\":\"null\"}]}");
        assertThat(document.schema("PatientAgendaResponse").path("required").size())
                .isEqualTo(27);
        assertThat(document.schema("ConfigureRequest").has("required")).isFalse();
    }
}
