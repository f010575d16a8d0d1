package io.routiq.adapter.rest.sync;

import io.routiq.adapter.rest.http.ProblemCode;
import io.routiq.adapter.rest.http.Refusal;
import io.routiq.application.sync.StartSync;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRunId;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Starts runs for every route that does, and says why one cannot be started. */
@Component
final class SyncStarter {

    private final StartSync start;

    SyncStarter(StartSync start) {
        this.start = start;
    }

    StartSync.Outcome.Started start(OrganizationId organization, StartSync.Request request) {
        return switch (start.start(organization, request)) {
            case StartSync.Outcome.Started started -> started;
            case StartSync.Outcome.AlreadyRunning running ->
                throw Refusal.syncInProgress(running.active().value());
            case StartSync.Outcome.NotConfigured none ->
                throw Refusal.of(
                        ProblemCode.NOT_CONFIGURED,
                        "No practice system is configured for this organization. An administrator can do that with"
                                + " POST /api/v1/cliniko/configure/" + organization + ".");
            case StartSync.Outcome.SyncDisabled disabled ->
                throw Refusal.of(
                        ProblemCode.SYNC_DISABLED,
                        "Synchronisation is switched off for this organization. An administrator can switch it on with"
                                + " sync_enabled: true and POST /api/v1/cliniko/configure/" + organization + ".");
        };
    }

    static URI location(SyncRunId run) {
        return URI.create("/api/v1/sync/status/" + run);
    }
}
