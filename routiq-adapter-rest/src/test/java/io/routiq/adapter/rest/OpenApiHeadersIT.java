package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Which headers the document promises, and which routes can be asked whether anything has changed. */
@RestTest
class OpenApiHeadersIT {

    /** Asked by an organization, but not answered from its synchronised data or its runs. */
    private static final Set<String> ABOUT_SOMETHING_ELSE = Set.of(
            "getOrganizationAccess", "getClinikoConfiguration", "listOrganizationServices", "testClinikoConnection");

    private static final Set<String> LISTS_OF_RUNS = Set.of("listSyncHistory", "listClinikoSyncLogs", "listQuarantine");

    private final ApiDocument document;

    OpenApiHeadersIT(@LocalServerPort int port) {
        document = ApiDocument.servedAt(port);
    }

    @Test
    void nameEveryAnswerByItsRequest() {
        assertThat(document.operations())
                .allSatisfy(operation -> operation
                        .path("responses")
                        .propertyNames()
                        .forEach(status -> assertThat(ApiDocument.headers(operation, status))
                                .as(operation.path("operationId") + " " + status)
                                .contains("X-Request-Id")));
    }

    @Test
    void tellWhatIsToBeDoneNext() {
        JsonNode start = document.operation("startSync");
        assertThat(ApiDocument.headers(start, "201"))
                .containsExactlyInAnyOrder("Location", "RateLimit", "RateLimit-Policy", "X-Request-Id");
        assertThat(ApiDocument.headers(start, "401")).containsExactlyInAnyOrder("WWW-Authenticate", "X-Request-Id");
        assertThat(ApiDocument.headers(start, "429")).contains("Retry-After");
        assertThat(ApiDocument.headers(start, "503")).contains("Retry-After");
    }

    @Test
    void tagAConfigurationForItsNextChange() {
        JsonNode change = document.operation("configureCliniko").path("responses");
        assertThat(ApiDocument.headers(document.operation("getClinikoConfiguration"), "200"))
                .contains("ETag");
        assertThat(change.path("200").path("headers").has("ETag")).isTrue();
        assertThat(change.path("201").path("headers").has("ETag")).isTrue();
    }

    @Test
    void tagWhatCanBeRevalidated() {
        assertThat(document.operations())
                .filteredOn(OpenApiHeadersIT::isRevalidated)
                .hasSizeGreaterThan(9)
                .allSatisfy(operation -> {
                    assertThat(ApiDocument.parameters(operation)).contains("header If-None-Match");
                    assertThat(ApiDocument.headers(operation, "200")).contains("ETag", "Cache-Control");
                    assertThat(ApiDocument.headers(operation, "304")).contains("ETag");
                    assertThat(operation.path("responses").path("304").has("content"))
                            .isFalse();
                });
        assertThat(document.operations())
                .filteredOn(operation -> !isRevalidated(operation))
                .noneMatch(operation -> ApiDocument.parameters(operation).contains("header If-None-Match"));
    }

    /** Whoever reads an organization's data can ask whether it has changed; what is no such data is named above. */
    @Test
    void revalidateEveryAnswerOfSynchronisedData() {
        Set<String> expected = questionsOfOrganizations(any -> true);
        expected.removeAll(ABOUT_SOMETHING_ELSE);

        assertThat(questionsOfOrganizations(OpenApiHeadersIT::isRevalidated)).isEqualTo(expected);
    }

    @Test
    void sayHowFreshSynchronisedDataIs() {
        Set<String> expected = questionsOfOrganizations(OpenApiHeadersIT::isRevalidated);
        expected.removeAll(LISTS_OF_RUNS);

        assertThat(questionsOfOrganizations(this::saysHowFreshItIs)).isEqualTo(expected);
    }

    private Set<String> questionsOfOrganizations(Predicate<JsonNode> predicate) {
        Set<String> ids = new TreeSet<>();
        document.whole().path("paths").forEachEntry((path, item) -> {
            JsonNode operation = item.path("get");
            if (path.contains("{organization_id}") && operation.isObject() && predicate.test(operation)) {
                ids.add(operation.path("operationId").asString());
            }
        });
        return ids;
    }

    private static boolean isRevalidated(JsonNode operation) {
        return operation.path("responses").has("304");
    }

    private boolean saysHowFreshItIs(JsonNode operation) {
        String reference = operation
                .at("/responses/200/content/application~1json/schema/allOf/0/$ref")
                .asString();
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return document.schema(name).path("properties").has("data_as_of");
    }
}
