package io.routiq.adapter.rest.administration;

import io.routiq.application.connection.Connection;
import io.routiq.application.sync.GetSyncDashboard.Dashboard;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The services that an organization uses: each of its connections is one, and there is one at most. */
record ServicesResponse(
        String organizationId,
        List<Service> services,
        long totalServices,
        long activeServices,
        @Nullable String primaryService,
        List<String> availableIntegrations) {

    private static final String CLINIKO = "cliniko";

    record Service(
            String serviceName,

            @Schema(description = "False while Cliniko rejects the key")
            boolean isActive,

            boolean syncEnabled,
            @Nullable Instant lastSyncAt,
            Config serviceConfig) {}

    @Schema(name = "ServiceConfig")
    record Config(String region, String apiUrl, List<String> features, String description) {}

    static ServicesResponse of(String organizationId, Dashboard dashboard) {
        List<Service> services = dashboard.connection().stream()
                .map(connection ->
                        service(connection, dashboard.lastCompletedAt().orElse(null)))
                .toList();
        return new ServicesResponse(
                organizationId,
                services,
                services.size(),
                services.stream().filter(Service::isActive).count(),
                services.stream().map(Service::serviceName).findFirst().orElse(null),
                List.of(CLINIKO));
    }

    private static Service service(Connection connection, @Nullable Instant lastSyncAt) {
        return new Service(
                CLINIKO,
                connection.status() != Connection.Status.ACTION_REQUIRED,
                connection.settings().syncEnabled(),
                lastSyncAt,
                new Config(
                        connection.endpoint().region(),
                        connection.endpoint().url(),
                        connection.settings().dataTypes().stream()
                                .sorted()
                                .map(type -> type.name().toLowerCase(Locale.ROOT))
                                .toList(),
                        "Patients and appointments from Cliniko"));
    }
}
