package io.routiq.adapter.rest.system;

import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.adapter.rest.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Authentication")
final class AuthController {

    record VerifyResponse(
            boolean authenticated,
            String organizationId,
            String userId,
            String role,
            List<String> permissions,
            @Nullable Instant sessionExpiresAt,
            String message) {}

    record AccessResponse(String organizationId, boolean accessGranted, String message) {}

    @PostMapping("/api/v1/auth/verify")
    @Access(To.MEMBERS)
    @Operation(summary = "Verify the token and the access to an organization")
    VerifyResponse verifyToken(Caller caller) {
        return verify(caller);
    }

    @GetMapping("/api/v1/auth/verify")
    @Access(To.MEMBERS)
    @Operation(summary = "The same as POST, for clients that ask by GET")
    VerifyResponse getTokenVerification(Caller caller) {
        return verify(caller);
    }

    @GetMapping("/api/v1/auth/organization/{organization_id}/access")
    @Access(To.MEMBERS)
    @Operation(
            summary = "Whether the token gives access to an organization",
            description =
                    "Without access it is refused like every other route, whether the organization exists or not.")
    AccessResponse getOrganizationAccess(Caller caller) {
        return new AccessResponse(caller.organization().value(), true, "The token gives access to this organization");
    }

    private static VerifyResponse verify(Caller caller) {
        return new VerifyResponse(
                true,
                caller.organization().value(),
                caller.userId(),
                caller.role(),
                caller.permissions(),
                caller.sessionExpiresAt(),
                "The token is valid and gives access to this organization");
    }
}
