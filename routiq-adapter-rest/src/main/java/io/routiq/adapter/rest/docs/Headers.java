package io.routiq.adapter.rest.docs;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponses;

/** Headers of answers, and whether each such answer has them. */
final class Headers {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final String RATE_LIMIT = "RateLimit";
    private static final String POLICY = "RateLimit-Policy";

    private Headers() {}

    static Header always(String description) {
        return sometimes(description).required(true);
    }

    static Header sometimes(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    /** Refusals may come before requests are counted, so those have the numbers or not. */
    static void describe(ApiResponses responses, boolean guarded) {
        responses.forEach((status, response) -> {
            response.addHeaderObject(REQUEST_ID, always("Names this request in the body of problems and in our log"));
            if (guarded && !status.equals("401")) {
                boolean counted = status.startsWith("2") || status.startsWith("3");
                response.addHeaderObject(RATE_LIMIT, header(counted, "Requests left, and seconds until all are back"));
                response.addHeaderObject(POLICY, header(counted, "Requests in a window of so many seconds"));
            }
        });
    }

    private static Header header(boolean always, String description) {
        return always ? always(description) : sometimes(description);
    }
}
