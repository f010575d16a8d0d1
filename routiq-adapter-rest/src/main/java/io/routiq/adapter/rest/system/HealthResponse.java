package io.routiq.adapter.rest.system;

import io.routiq.adapter.rest.http.Verdict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the service is; each check has a {@code status} and what its part tells beyond. */
record HealthResponse(
        String status,
        String version,
        long uptimeSeconds,
        Environment environment,
        Map<String, Map<String, @Nullable Object>> checks)
        implements Verdict {

    record Environment(
            String name, boolean authenticationConfigured, boolean databaseConfigured, boolean encryptionConfigured) {}

    @Override
    public boolean succeeded() {
        return !status.equals("unhealthy");
    }
}
