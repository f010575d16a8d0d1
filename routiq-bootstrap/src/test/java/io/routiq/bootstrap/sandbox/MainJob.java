package io.routiq.bootstrap.sandbox;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The product's main job, done through its own API while somebody watches: connect, synchronise, see who is active. */
final class MainJob {

    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");
    private static final long POLL_MILLIS = 200;

    private final Api api;
    private final PrintStream out;

    MainJob(Api api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    void connect(Clinic clinic) {
        api.post("/api/v1/cliniko/configure/" + api.organization(), Map.of("api_key", clinic.key()));
        JsonNode test = api.get("/api/v1/cliniko/test-connection/" + api.organization());
        if (!test.path("success").asBoolean()) {
            throw new SandboxException("The connection of " + api.organization() + " does not work: "
                    + test.path("message").asString());
        }
        out.printf(
                "  %-10s connected to %s (%s): %,d patients, %,d individual appointments%n",
                api.organization(),
                test.at("/account/name").asString(),
                test.path("shard").asString(),
                test.path("total_patients_available").asLong(),
                test.path("total_appointments_available").asLong());
    }

    /** Runs one synchronisation to its end, showing how far it is. */
    void synchronise(String mode) {
        Instant start = Instant.now();
        JsonNode started = api.post("/api/v1/sync/start/" + api.organization() + "?sync_mode=" + mode, Map.of());
        String path = "/api/v1/sync/status/" + started.path("sync_id").asString();
        ProgressBar bar = new ProgressBar(out, api.organization() + " " + mode);
        JsonNode status = api.get(path);
        while (!ENDED.contains(status.path("status").asString())) {
            bar.show(status);
            pause();
            status = api.get(path);
        }
        bar.show(status);
        if (!status.path("status").asString().equals("completed")) {
            throw new SandboxException("The " + mode + " synchronisation of " + api.organization() + " "
                    + status.path("status").asString() + ": "
                    + status.at("/failure/message").asString());
        }
        bar.end("%,d patients, %,d appointments, %,d active patients, %.1f s"
                .formatted(
                        fetched(status, "patients"),
                        fetched(status, "appointments") + fetched(status, "attendees"),
                        status.path("active_patients_identified").asLong(),
                        Duration.between(start, Instant.now()).toMillis() / 1000.0));
    }

    private static long fetched(JsonNode status, String stream) {
        return status.path("streams")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(stream))
                .mapToLong(each -> each.path("fetched").asLong())
                .sum();
    }

    /** What is there now. */
    void report() {
        JsonNode dashboard = api.get("/api/v1/sync/dashboard/" + api.organization());
        JsonNode active = api.get("/api/v1/patients/" + api.organization() + "/active?limit=1");
        JsonNode runs = api.get("/api/v1/sync/history/" + api.organization() + "?limit=2");
        out.printf(
                "%n  %s serves %,d patients (archived and merged ones aside), %,d of them active as of %s:%n"
                        + "  %,d with recent, %,d with upcoming visits%n",
                api.organization(),
                dashboard.at("/patient_stats/total_patients").asLong(),
                active.path("total_count").asLong(),
                active.path("data_as_of").asString(),
                dashboard.at("/patient_stats/patients_with_recent").asLong(),
                dashboard.at("/patient_stats/patients_with_upcoming").asLong());
        for (JsonNode run : runs.path("recent_syncs")) {
            out.printf(
                    "  %s: %,d records with %,d requests%n",
                    run.path("sync_mode").asString(),
                    run.path("records_processed").asLong(),
                    run.path("requests_made").asLong());
        }
    }

    /** What a newcomer types next. */
    void printCommands(URI address) {
        String headers =
                "-H 'Authorization: Bearer %s' -H 'x-organization-id: %s'".formatted(api.token(), api.organization());
        out.printf(
                "%n  Try it:%n%n  curl -s '%2$s/api/v1/patients/%1$s/active?limit=3' %3$s%n%n"
                        + "  curl -s -X POST '%2$s/api/v1/sync/start/%1$s?sync_mode=incremental' %3$s%n%n"
                        + "  curl -s '%2$s/api/v1/sync/dashboard/%1$s' %3$s%n%n"
                        + "  Documentation: %2$s/docs and %2$s/redoc%n",
                api.organization(), address, headers);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted", stopping);
        }
    }
}
