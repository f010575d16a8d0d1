package io.routiq.adapter.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.StorageUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class RefusalsTest {

    @ParameterizedTest
    @MethodSource("passing")
    void offersToTryAgainWhenAPartIsAway(RuntimeException failure) {
        Refusal refusal = Refusals.of(failure);
        assertThat(refusal.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
        assertThat(refusal.headers()).containsEntry("Retry-After", "5");
    }

    static List<RuntimeException> passing() {
        return List.of(
                new StorageUnavailable(new SQLException("no route to db.example.test", "08006")),
                new AuthenticationServiceException("no keys"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void ownsUpToDefects(RuntimeException failure) {
        assertThat(Refusals.of(failure).code()).isEqualTo(ProblemCode.INTERNAL_ERROR);
    }

    static List<RuntimeException> defects() {
        return List.of(new IllegalArgumentException("select secret"), new IllegalStateException("duplicate key"));
    }

    @Test
    void knowsExpiryOnlyWhereNothingElseIsWrong() {
        OAuth2Error expired = new OAuth2Error("invalid_token", "Jwt expired at 2025-01-15T10:30:00Z", null);
        OAuth2Error foreign = new OAuth2Error("invalid_token", "The iss claim is not valid", null);
        assertThat(code(expired)).isEqualTo(ProblemCode.TOKEN_EXPIRED);
        assertThat(code(foreign)).isEqualTo(ProblemCode.UNAUTHENTICATED);
        assertThat(code(expired, foreign)).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    private static ProblemCode code(OAuth2Error... errors) {
        var cause = new JwtValidationException("no", List.of(errors));
        return Refusals.of(new InvalidBearerTokenException("no", cause)).code();
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "1000,1", "1001,2", "90000,90", "-5000,1"})
    void roundsTheWaitUpToWholeSeconds(long millis, String seconds) {
        assertThat(Refusal.later("later", Duration.ofMillis(millis)).headers()).containsEntry("Retry-After", seconds);
    }

    @Test
    void keepsToTheListOfCodes() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::code).collect(Collectors.joining(", ")))
                .isEqualTo("missing_header, malformed_request, invalid_cursor, unauthenticated, token_expired,"
                        + " organization_access_denied, permission_denied, not_found, method_not_allowed,"
                        + " not_acceptable, unsupported_media_type, payload_too_large, validation_failed,"
                        + " sync_in_progress, not_configured, sync_disabled, account_mismatch,"
                        + " credentials_rejected, idempotency_conflict, precondition_failed, rate_limited,"
                        + " internal_error, service_unavailable");
    }

    @ParameterizedTest
    @CsvSource({
        "400,MALFORMED_REQUEST",
        "404,NOT_FOUND",
        "405,METHOD_NOT_ALLOWED",
        "413,PAYLOAD_TOO_LARGE",
        "414,MALFORMED_REQUEST",
        "431,MALFORMED_REQUEST",
        "500,INTERNAL_ERROR",
        "503,SERVICE_UNAVAILABLE",
        "505,MALFORMED_REQUEST"
    })
    void knowsTheContainersStatuses(int status, ProblemCode code) {
        assertThat(Refusals.of(status).code()).isEqualTo(code);
    }

    @Test
    void avoidsWordsThatMakeClientsPostAgain() {
        List<Throwable> all = List.of(
                new IllegalStateException(),
                new StorageUnavailable(new SQLException("slow")),
                new AuthenticationServiceException("no keys"));
        assertThat(all)
                .allSatisfy(failure -> assertThat(Refusals.of(failure).detail())
                        .doesNotContainIgnoringCase("fetch")
                        .doesNotContainIgnoringCase("connection already closed"));
    }
}
