package io.routiq.adapter.rest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of every answer that is not a success: the first version's members and those of RFC 9457. */
public record Problem(
        String error,
        String detail,
        Instant timestamp,
        String type,
        String title,
        int status,
        String instance,
        @Schema(implementation = ProblemCode.class) String code,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Violation> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String syncId) {

    /** One value that cannot be accepted. {@code rejectedValue} is null where it might be personal or secret. */
    public record Violation(
            String field, String message, @Nullable Object rejectedValue) {}
}
