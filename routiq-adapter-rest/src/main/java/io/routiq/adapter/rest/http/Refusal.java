package io.routiq.adapter.rest.http;

import io.routiq.adapter.rest.http.Problem.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Ends a request with a problem. {@code detail} is for the person who reads it and says what to do next. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String detail;
    private final transient List<Violation> violations;
    private final transient Map<String, String> headers;
    private final @Nullable String syncId;

    private Refusal(
            ProblemCode code,
            String detail,
            List<Violation> violations,
            Map<String, String> headers,
            @Nullable String syncId) {
        super(code.code());
        this.code = code;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.headers = Map.copyOf(headers);
        this.syncId = syncId;
    }

    public static Refusal of(ProblemCode code, String detail) {
        return new Refusal(code, detail, List.of(), Map.of(), null);
    }

    /** The same for a code that wants a header with it. */
    static Refusal of(ProblemCode code, String detail, String header, String value) {
        return new Refusal(code, detail, List.of(), Map.of(header, value), null);
    }

    /** Nothing is there, for this caller at least: the answer does not tell which. */
    public static Refusal notFound(String detail) {
        return of(ProblemCode.NOT_FOUND, detail);
    }

    /** It may work later; {@code wait} is rounded up to whole seconds. */
    public static Refusal later(String detail, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return of(ProblemCode.SERVICE_UNAVAILABLE, detail, HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    /** Another run is active. */
    public static Refusal syncInProgress(String activeSyncId) {
        return new Refusal(
                ProblemCode.SYNC_IN_PROGRESS,
                "Another sync is already running for this organization",
                List.of(),
                Map.of(),
                activeSyncId);
    }

    /** One value cannot be accepted; it is not repeated. */
    public static Refusal invalid(String field, String message) {
        return invalid(List.of(new Violation(field, message, null)));
    }

    static Refusal invalid(List<Violation> violations) {
        String fields = String.join(
                ", ", violations.stream().map(Violation::field).distinct().toList());
        return new Refusal(
                ProblemCode.VALIDATION_FAILED,
                "Some values cannot be accepted: " + fields + ". Correct them and send the request again.",
                violations,
                Map.of(),
                null);
    }

    ProblemCode code() {
        return code;
    }

    String detail() {
        return detail;
    }

    List<Violation> violations() {
        return violations;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable
    String syncId() {
        return syncId;
    }
}
