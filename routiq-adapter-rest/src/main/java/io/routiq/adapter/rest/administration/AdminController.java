package io.routiq.adapter.rest.administration;

import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.adapter.rest.http.Caller;
import io.routiq.application.administration.CleanUpDatabase;
import io.routiq.application.administration.MigrateSchema;
import io.routiq.application.sync.GetSyncDashboard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Admin Endpoints")
final class AdminController {

    private static final Logger LOG = LoggerFactory.getLogger(AdminController.class);

    private final MigrateSchema migrate;
    private final CleanUpDatabase cleanUp;
    private final GetSyncDashboard dashboard;

    AdminController(MigrateSchema migrate, CleanUpDatabase cleanUp, GetSyncDashboard dashboard) {
        this.migrate = migrate;
        this.cleanUp = cleanUp;
        this.dashboard = dashboard;
    }

    @PostMapping("/api/v1/admin/migrate/organization-services")
    @Access(To.PLATFORM_ADMINS)
    @Operation(
            summary = "Bring the database's schema up to date",
            description =
                    "Applies the migrations that are missing; each start of the service does so too. What services"
                            + " an organization has follows from its connection, so nothing is to be filled in. Doing it again"
                            + " changes nothing. For platform administrators.")
    MigrationResponse migrateOrganizationServices(Caller caller) {
        MigrateSchema.Outcome outcome = migrate.migrate();
        LOG.info(
                "{} migrated the schema: {} applied",
                caller.userId(),
                outcome.applied().migrations().size());
        return MigrationResponse.of(outcome);
    }

    @PostMapping("/api/v1/admin/database/cleanup")
    @Access(To.PLATFORM_ADMINS)
    @Operation(
            summary = "Delete what has outlived its use",
            description = "Of all organizations: ended synchronisations older than `days_old`, audit entries that are"
                    + " older than `days_old` **and** than the law asks for, and idempotency keys older than a day."
                    + " Active synchronisations and each organization's last successful one stay. Try it with"
                    + " `dry_run` first. Both may be parameters or members of the body; parameters go first. For platform"
                    + " administrators.")
    CleanupResponse cleanUpDatabase(
            Caller caller,
            @Valid @ParameterObject CleanupRequest parameters,
            @Valid @RequestBody(required = false) @Nullable CleanupRequest body) {
        CleanupRequest request = parameters.orElse(body);
        CleanUpDatabase.Outcome outcome = cleanUp.cleanUp(request.days(), request.isDry());
        LOG.info(
                "{} cleaned up what is older than {} days (dry run: {}): {}",
                caller.userId(),
                request.days(),
                request.isDry(),
                outcome.counts());
        return CleanupResponse.of(request, outcome);
    }

    @GetMapping("/api/v1/admin/organization-services/{organization_id}")
    @Access(To.ORGANIZATION_OR_PLATFORM_ADMINS)
    @Operation(
            summary = "The services that an organization uses",
            description = "For administrators of the organization, and for platform administrators, who may name any"
                    + " organization in path and header.")
    ServicesResponse listOrganizationServices(Caller caller) {
        return ServicesResponse.of(caller.organization().value(), dashboard.of(caller.organization()));
    }
}
