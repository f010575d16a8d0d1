package io.routiq.adapter.rest.http;

import io.routiq.application.audit.ReadEvent;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, for which organization. Made from a verified token, and only if token, header and path agree.
 *
 * @param role in the organization, e.g. {@code org:admin}
 * @param permissions in the organization, e.g. {@code org:patients:read}
 * @param sessionExpiresAt when the token ends
 * @param requestId of this request
 * @param platformAdmin true for those who run the platform
 */
public record Caller(
        String userId,
        OrganizationId organization,
        String role,
        List<String> permissions,
        @Nullable Instant sessionExpiresAt,
        String requestId,
        boolean platformAdmin) {

    public Caller {
        permissions = List.copyOf(permissions);
    }

    /** The caller as the audit trail names them. */
    public ReadEvent.Reader reader() {
        return new ReadEvent.Reader(userId, requestId);
    }

    /** True for administrators of the organization. */
    public boolean isOrganizationAdmin() {
        return role.equals("org:admin");
    }

    boolean mayCall(Access.To allowed) {
        return switch (allowed) {
            case ANYBODY, MEMBERS -> true;
            case ORGANIZATION_ADMINS -> isOrganizationAdmin();
            case ORGANIZATION_OR_PLATFORM_ADMINS -> isOrganizationAdmin() || platformAdmin;
            case PLATFORM_ADMINS -> platformAdmin;
        };
    }
}
