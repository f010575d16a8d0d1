package io.routiq.adapter.rest.docs;

import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.adapter.rest.http.Negotiation;
import io.routiq.adapter.rest.http.ProblemCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what all routes share, so that no controller has to repeat it. */
@Component
final class OperationDescriptions implements GlobalOperationCustomizer {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String JSON = "application/json";
    private static final String ENVELOPE = Negotiation.ENVELOPE.toString();
    private static final String EVENTS = org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;
    private static final String PROBLEM_JSON = "application/problem+json";

    private final Examples examples;

    OperationDescriptions(Examples examples) {
        this.examples = examples;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Access access = Objects.requireNonNull(method.getMethodAnnotation(Access.class));
        boolean guarded = access.value() != To.ANYBODY;
        if (guarded) {
            operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.BEARER));
        }
        Parameters.describe(operation, method, guarded);
        ApiResponses responses = new ApiResponses();
        operation.getResponses().forEach((status, response) -> {
            Schema<?> payload = payload(response);
            response.setContent(access.events() ? events(payload) : bothForms(payload));
            if (status.startsWith("2")) {
                addExamples(response.getContent(), operation.getOperationId());
            }
            if (status.equals("201")) {
                response.addHeaderObject("Location", Headers.always("Where what was created can be looked at"));
            }
            responses.addApiResponse(status, response);
        });
        if (Snapshots.isAnswerOf(method)) {
            Snapshots.describe(operation, responses);
        }
        problems(access, method).forEach(responses::addApiResponse);
        Headers.describe(responses, guarded);
        return operation.responses(responses);
    }

    private static Schema<?> payload(ApiResponse response) {
        return response.getContent().values().iterator().next().getSchema();
    }

    /** The data of each event is what is described: OpenAPI 3.1 has no words for the stream itself. */
    private static Content events(Schema<?> payload) {
        return new Content().addMediaType(EVENTS, new MediaType().schema(flat(payload)));
    }

    private static Schema<?> flat(Schema<?> payload) {
        return new JsonSchema().allOf(List.of(payload, new JsonSchema().$ref(SCHEMAS + "Success")));
    }

    /** The payload's schema twice: flat with {@code success} and {@code timestamp} beside it, and in the envelope. */
    private static Content bothForms(Schema<?> payload) {
        Schema<?> envelope = new JsonSchema();
        envelope.addType("object");
        envelope.addProperty("success", new BooleanSchema());
        envelope.addProperty("data", payload);
        envelope.addProperty("timestamp", new DateTimeSchema());
        envelope.setRequired(List.of("success", "data", "timestamp"));
        return new Content()
                .addMediaType(JSON, new MediaType().schema(flat(payload)))
                .addMediaType(ENVELOPE, new MediaType().schema(envelope));
    }

    private void addExamples(Content content, String operationId) {
        content.forEach((type, media) ->
                media.setExample(type.equals(ENVELOPE) ? examples.envelope(operationId) : examples.flat(operationId)));
    }

    private static Map<String, ApiResponse> problems(Access access, HandlerMethod method) {
        Set<ProblemCode> possible =
                EnumSet.of(ProblemCode.MALFORMED_REQUEST, ProblemCode.NOT_ACCEPTABLE, ProblemCode.INTERNAL_ERROR);
        if (access.value() != To.ANYBODY) {
            possible.addAll(EnumSet.of(
                    ProblemCode.UNAUTHENTICATED,
                    ProblemCode.TOKEN_EXPIRED,
                    ProblemCode.MISSING_HEADER,
                    ProblemCode.ORGANIZATION_ACCESS_DENIED,
                    ProblemCode.RATE_LIMITED,
                    ProblemCode.SERVICE_UNAVAILABLE));
            if (access.value() != To.MEMBERS) {
                possible.add(ProblemCode.PERMISSION_DENIED);
            }
            if (Parameters.isPost(method)) {
                possible.addAll(EnumSet.of(ProblemCode.IDEMPOTENCY_CONFLICT, ProblemCode.VALIDATION_FAILED));
            }
        }
        for (var parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(Valid.class)) {
                possible.add(ProblemCode.VALIDATION_FAILED);
            }
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                possible.addAll(EnumSet.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, ProblemCode.PAYLOAD_TOO_LARGE));
            }
        }
        possible.addAll(List.of(access.problems()));
        Map<Integer, List<ProblemCode>> byStatus = possible.stream()
                .collect(Collectors.groupingBy(code -> code.status().value(), TreeMap::new, Collectors.toList()));
        Map<String, ApiResponse> responses = new TreeMap<>();
        byStatus.forEach((status, codes) -> responses.put(status.toString(), problem(codes)));
        return responses;
    }

    private static ApiResponse problem(List<ProblemCode> codes) {
        String names = codes.stream().map(code -> "`" + code.code() + "`").collect(Collectors.joining(" or "));
        ApiResponse response = new ApiResponse()
                .description(names)
                .content(new Content()
                        .addMediaType(
                                PROBLEM_JSON, new MediaType().schema(new JsonSchema().$ref(SCHEMAS + "Problem"))));
        if (codes.contains(ProblemCode.SERVICE_UNAVAILABLE) || codes.contains(ProblemCode.RATE_LIMITED)) {
            response.addHeaderObject("Retry-After", Headers.always("Seconds to wait"));
        }
        if (codes.contains(ProblemCode.UNAUTHENTICATED)) {
            response.addHeaderObject("WWW-Authenticate", Headers.always("How to authenticate"));
        }
        return response;
    }
}
