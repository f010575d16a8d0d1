package io.routiq.adapter.rest.system;

import io.routiq.adapter.rest.RestSettings;
import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.application.health.GetHealth;
import io.routiq.application.health.HealthProbe.Finding;
import io.routiq.application.health.HealthProbe.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "System Status")
final class SystemController {

    /** What clients find in each check, whether or not its part could be asked. */
    private static final Map<String, List<String>> DETAILS = Map.of(
            "database", List.of("latency_ms"),
            "migrations", List.of("schema_version"),
            "identity_provider", List.of("keys_as_of"));

    private final RestSettings settings;
    private final GetHealth getHealth;
    private final InstantSource clock;
    private final Instant startedAt;

    SystemController(RestSettings settings, GetHealth getHealth, InstantSource clock) {
        this.settings = settings;
        this.getHealth = getHealth;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @GetMapping("/")
    @Access(To.ANYBODY)
    @Operation(summary = "Welcome and API information")
    WelcomeResponse getWelcome() {
        return new WelcomeResponse(
                "Welcome to the Routiq Healthcare API",
                settings.version(),
                State.HEALTHY.code(),
                "/docs",
                "/redoc",
                "/openapi.json",
                "/health",
                new WelcomeResponse.Documentation("/docs", "/redoc", "/openapi.json"),
                new WelcomeResponse.QuickLinks(
                        "/health",
                        "/api/v1/auth/verify",
                        "/api/v1/sync/dashboard/{organization_id}",
                        "/api/v1/sync/start/{organization_id}"));
    }

    @GetMapping("/health")
    @Access(To.ANYBODY)
    @Operation(
            summary = "Comprehensive health check",
            description = "200 while the service works, if only partly (`degraded`); 503 with the same body when it"
                    + " does not (`unhealthy`). Answers within two seconds even when a part hangs.")
    @ApiResponse(responseCode = "200", description = "Healthy or degraded")
    @ApiResponse(responseCode = "503", description = "Unhealthy")
    ResponseEntity<HealthResponse> getHealth() {
        GetHealth.Health health = getHealth.get();
        Map<String, Map<String, @Nullable Object>> checks = new LinkedHashMap<>();
        health.findings().forEach((name, finding) -> checks.put(name, check(name, finding)));
        return ResponseEntity.status(health.state() == State.UNHEALTHY ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(new HealthResponse(
                        health.state().code(),
                        settings.version(),
                        Duration.between(startedAt, clock.instant()).toSeconds(),
                        new HealthResponse.Environment(
                                settings.environment(),
                                settings.authenticationConfigured(),
                                settings.databaseConfigured(),
                                settings.encryptionConfigured()),
                        checks));
    }

    private static Map<String, @Nullable Object> check(String name, Finding finding) {
        Map<String, @Nullable Object> check = new LinkedHashMap<>();
        check.put("status", finding.state().code());
        DETAILS.getOrDefault(name, List.of()).forEach(detail -> check.put(detail, null));
        check.putAll(finding.details());
        return check;
    }
}
