package io.routiq.adapter.rest.connection;

import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.adapter.rest.http.Caller;
import io.routiq.adapter.rest.http.ProblemCode;
import io.routiq.adapter.rest.http.Refusal;
import io.routiq.application.connection.CheckConnection;
import io.routiq.application.connection.ConfigureConnection;
import io.routiq.application.connection.Connection;
import io.routiq.application.connection.GetConnection;
import io.routiq.application.connection.RemoveConnection;
import io.routiq.application.practice.ConnectionCheck;
import io.routiq.application.sync.GetSyncDashboard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Cliniko Integration")
final class ConnectionController {

    private static final String CONFIGURE = "/api/v1/cliniko/configure/{organization_id}";
    private static final String IF_MATCH =
            "`ETag` of the configuration that you have seen; 412 if it was changed since, `*` for any";

    private static final String TAG = "Of the configuration, for `If-Match`";
    private static final String TAG_UNLESS_REPEATED =
            TAG + "; an answer that is repeated for its `Idempotency-Key` has none";

    private final ConfigureConnection configure;
    private final GetConnection get;
    private final RemoveConnection remove;
    private final CheckConnection check;
    private final GetSyncDashboard dashboard;
    private final InstantSource clock;

    ConnectionController(
            ConfigureConnection configure,
            GetConnection get,
            RemoveConnection remove,
            CheckConnection check,
            GetSyncDashboard dashboard,
            InstantSource clock) {
        this.configure = configure;
        this.get = get;
        this.remove = remove;
        this.check = check;
        this.dashboard = dashboard;
        this.clock = clock;
    }

    /** Whether there was something to remove. */
    record RemovedResponse(String organizationId, String status, boolean removed, String message) {}

    @PostMapping(CONFIGURE)
    @Access(
            value = To.ORGANIZATION_ADMINS,
            problems = {ProblemCode.CREDENTIALS_REJECTED, ProblemCode.ACCOUNT_MISMATCH, ProblemCode.PRECONDITION_FAILED
            })
    @Operation(
            summary = "Configure the Cliniko integration",
            description = "Stores the API key and what to synchronise. With `validate` a new key is tried first, and"
                    + " nothing is stored if Cliniko does not accept it. Members that are absent stay as they are."
                    + " The key itself never comes back.")
    @ApiResponse(
            responseCode = "201",
            description = "Configured for the first time",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = TAG_UNLESS_REPEATED,
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Changed",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = TAG_UNLESS_REPEATED,
                            schema = @Schema(type = "string")))
    ResponseEntity<ConnectionResponse> configureCliniko(
            Caller caller,
            @Parameter(description = IF_MATCH) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch,
            @Valid @RequestBody ConfigureRequest request) {
        return switch (configure.configure(
                caller.organization(), request.toRequest(ConfigurationTag.expectedBy(ifMatch)))) {
            case ConfigureConnection.Outcome.Created created ->
                response(
                        ResponseEntity.created(URI.create("/api/v1/cliniko/configure/" + caller.organization())),
                        caller,
                        created.connection());
            case ConfigureConnection.Outcome.Updated updated ->
                response(ResponseEntity.ok(), caller, updated.connection());
            case ConfigureConnection.Outcome.Unexpected unexpected -> throw changedMeanwhile();
            case ConfigureConnection.Outcome.CredentialsMissing missing ->
                throw Refusal.invalid("api_key", "is required the first time");
            case ConfigureConnection.Outcome.CredentialsMalformed malformed ->
                throw Refusal.invalid("api_key", malformed.reason());
            case ConfigureConnection.Outcome.CredentialsRejected rejected ->
                throw Refusal.of(
                        ProblemCode.CREDENTIALS_REJECTED,
                        "Cliniko does not accept this API key. Nothing was stored."
                                + " Create a new key in Cliniko and send it again.");
            case ConfigureConnection.Outcome.AccountMismatch mismatch ->
                throw Refusal.of(
                        ProblemCode.ACCOUNT_MISMATCH,
                        "This API key opens another Cliniko account than the one that is configured. Nothing was"
                                + " stored. Check the key, or send replace_account: true to change the account and"
                                + " forget what was copied from the old one.");
            case ConfigureConnection.Outcome.NotTried notTried -> throw notTried(notTried.check());
        };
    }

    private Refusal notTried(ConnectionCheck reason) {
        Duration wait = reason instanceof ConnectionCheck.RateLimited limited
                ? Duration.between(clock.instant(), limited.resumeAt())
                : Duration.ofSeconds(30);
        return Refusal.later(
                "Cliniko could not be asked whether the API key is good. Nothing was stored."
                        + " Try again, or send validate: false to store the key untested.",
                wait);
    }

    @GetMapping(CONFIGURE)
    @Access(To.MEMBERS)
    @Operation(
            summary = "The Cliniko integration as it is configured",
            description = "Never carries the key. Before the first configuration `status` is `not_configured` and the"
                    + " settings are the defaults.")
    @ApiResponse(
            responseCode = "200",
            description = "As it is configured",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = TAG,
                            required = true,
                            schema = @Schema(type = "string")))
    ConnectionResponse getClinikoConfiguration(Caller caller, HttpServletResponse response) {
        Optional<Connection> configured = get.get(caller.organization());
        // Not by ResponseEntity, which would answer 304 although what was found when the key was tried may be new.
        response.setHeader(HttpHeaders.ETAG, ConfigurationTag.of(configured));
        return ConnectionResponse.of(caller.organization(), configured);
    }

    @DeleteMapping(CONFIGURE)
    @Access(value = To.ORGANIZATION_ADMINS, problems = ProblemCode.PRECONDITION_FAILED)
    @Operation(
            summary = "Remove the Cliniko integration",
            description = "Removes the key and stops synchronising; the data stays. Removing what is not there"
                    + " answers 200 with `removed: false`.")
    RemovedResponse removeClinikoConfiguration(
            Caller caller,
            @Parameter(description = IF_MATCH) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch) {
        return switch (remove.remove(caller.organization(), ConfigurationTag.expectedBy(ifMatch))) {
            case REMOVED -> removed(caller, true, "The Cliniko integration was removed; the data stays");
            case NOT_CONFIGURED -> removed(caller, false, "There was no Cliniko integration to remove");
            case UNEXPECTED -> throw changedMeanwhile();
        };
    }

    private static RemovedResponse removed(Caller caller, boolean removed, String message) {
        return new RemovedResponse(caller.organization().value(), "not_configured", removed, message);
    }

    private static Refusal changedMeanwhile() {
        return Refusal.of(
                ProblemCode.PRECONDITION_FAILED,
                "The configuration is not the one that If-Match names: somebody changed it meanwhile. Nothing was"
                        + " done. Get it again, look at the changes, and send your request with its new ETag.");
    }

    @GetMapping("/api/v1/cliniko/status/{organization_id}")
    @Access(To.MEMBERS)
    @Operation(
            summary = "Whether the Cliniko integration works, and what it has brought in",
            description = "Answers from what is stored; `GET /api/v1/cliniko/test-connection/{organization_id}` asks"
                    + " Cliniko.")
    ClinikoStatusResponse getClinikoStatus(Caller caller) {
        return ClinikoStatusResponse.of(caller.organization().value(), dashboard.of(caller.organization()));
    }

    @GetMapping("/api/v1/cliniko/test-connection/{organization_id}")
    @Access(To.MEMBERS)
    @Operation(
            summary = "Test the Cliniko connection",
            description = "Tries the stored key. Answers 200 whatever comes of it: `code` is `connected`,"
                    + " `not_configured`, `key_rejected`, `not_permitted`, `rate_limited`, `unreachable` or"
                    + " `unexpected_answer`, and `success` is true for `connected` only.")
    ConnectionTestResponse testClinikoConnection(Caller caller) {
        return ConnectionTestResponse.of(check.check(caller.organization()));
    }

    private static ResponseEntity<ConnectionResponse> response(
            ResponseEntity.BodyBuilder answer, Caller caller, Connection connection) {
        return answer.eTag(ConfigurationTag.of(Optional.of(connection)))
                .body(ConnectionResponse.of(caller.organization(), Optional.of(connection)));
    }
}
