package io.routiq.adapter.rest.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every error that a client can meet, as the REST contract lists them in section 6. */
public enum ProblemCode {
    MISSING_HEADER(HttpStatus.BAD_REQUEST, "Missing header"),
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "Malformed request"),
    INVALID_CURSOR(HttpStatus.BAD_REQUEST, "Invalid cursor"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Authentication failed"),
    TOKEN_EXPIRED(HttpStatus.UNAUTHORIZED, "Authentication failed"),
    ORGANIZATION_ACCESS_DENIED(HttpStatus.FORBIDDEN, "Organization not found"),
    PERMISSION_DENIED(HttpStatus.FORBIDDEN, "Permission denied"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
    PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Payload too large"),
    VALIDATION_FAILED(HttpStatus.UNPROCESSABLE_CONTENT, "Validation failed"),
    SYNC_IN_PROGRESS(HttpStatus.CONFLICT, "Sync in progress"),
    NOT_CONFIGURED(HttpStatus.CONFLICT, "Integration not configured"),
    SYNC_DISABLED(HttpStatus.CONFLICT, "Sync disabled"),
    ACCOUNT_MISMATCH(HttpStatus.CONFLICT, "Account mismatch"),
    CREDENTIALS_REJECTED(HttpStatus.UNPROCESSABLE_CONTENT, "Credentials rejected"),
    IDEMPOTENCY_CONFLICT(HttpStatus.UNPROCESSABLE_CONTENT, "Idempotency conflict"),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "Precondition failed"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error"),
    SERVICE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Service unavailable");

    private final HttpStatus status;
    private final String error;

    ProblemCode(HttpStatus status, String error) {
        this.status = status;
        this.error = error;
    }

    public HttpStatus status() {
        return status;
    }

    /** The short text that clients of the first version show. */
    public String error() {
        return error;
    }

    /** The stable name that programs compare. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
