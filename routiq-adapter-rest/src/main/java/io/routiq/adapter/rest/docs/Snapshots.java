package io.routiq.adapter.rest.docs;

import io.routiq.adapter.rest.http.Revalidated;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Objects;
import org.springframework.web.method.HandlerMethod;

/** What routes have in common whose answers can be revalidated. */
final class Snapshots {

    private Snapshots() {}

    static boolean isAnswerOf(HandlerMethod method) {
        return Revalidated.class.isAssignableFrom(method.getReturnType().getParameterType());
    }

    static void describe(Operation operation, ApiResponses responses) {
        operation.addParametersItem(new HeaderParameter()
                .name("If-None-Match")
                .description(
                        "`ETag` of the answer that the client holds, or several, or `*`; while it is still right the"
                                + " answer is 304")
                .schema(new StringSchema())
                .example("\"6QFmB7lVIxWgQ3mGkWmXW0xX\""));
        Objects.requireNonNull(responses.get("200"))
                .addHeaderObject("ETag", tag())
                .addHeaderObject("Cache-Control", Headers.always("`private, no-cache`"));
        responses.addApiResponse(
                "304",
                new ApiResponse()
                        .description(
                                "Nothing has changed but the time, so the body is left out. What only says when the"
                                        + " question was asked does not count: `timestamp`, `definition.evaluated_at`"
                                        + " and `next_cursor`.")
                        .addHeaderObject("ETag", tag()));
    }

    private static Header tag() {
        return Headers.always("Of this answer, by this address, in this form");
    }
}
