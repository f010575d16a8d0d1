package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.Transactions;
import io.routiq.application.sync.SampleRuns;
import io.routiq.application.sync.SyncRuns;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncRun;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RestTest
class SyncIT {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final String KEY = "{\"api_key\": \"made-up-key-1234-au9\"}";

    private final int port;
    private final Transactions transactions;
    private final SyncRuns runs;
    private final OrganizationId organization;
    private final Client member;

    SyncIT(@LocalServerPort int port, @Autowired Transactions transactions, @Autowired SyncRuns runs) {
        this.port = port;
        this.transactions = transactions;
        this.runs = runs;
        organization = new OrganizationId("org_sync" + MADE.incrementAndGet());
        member = Client.member(port, organization.value());
    }

    @Test
    void startsAndShowsTheRunAtOnce() {
        configure(KEY);
        Answer answer = member.post("/api/v1/sync/start/" + organization + "?sync_mode=full&force_refresh=true");
        assertThat(answer.status()).isEqualTo(201);
        String id = answer.body().path("sync_id").asString();
        assertThat(id).matches("sync_" + organization + "_20250115_103000_[a-z0-9]{6}");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/sync/status/" + id);
        assertThat(answer.body().path("status").asString()).isEqualTo("starting");
        assertThat(answer.body().path("sync_mode").asString()).isEqualTo("full");
        assertThat(answer.body().path("estimated_duration_seconds").asLong()).isEqualTo(180);

        assertThat(member.get(answer.header("Location")).body().path("status").asString())
                .isEqualTo("starting");
        JsonNode dashboard =
                member.get("/api/v1/sync/dashboard/" + organization).body();
        assertThat(dashboard.path("current_sync").path("sync_id").asString()).isEqualTo(id);
        assertThat(dashboard.path("sync_available").asBoolean()).isFalse();
        assertThat(history("").path("recent_syncs").path(0).path("sync_id").asString())
                .isEqualTo(id);
    }

    @Test
    void namesTheRunThatIsInTheWay() {
        configure(KEY);
        String start = "/api/v1/sync/start/" + organization;
        String running = member.post(start).body().path("sync_id").asString();
        Answer answer = member.post(start);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("sync_in_progress");
        assertThat(answer.body().path("error").asString()).isEqualTo("Sync in progress");
        assertThat(answer.body().path("detail").asString())
                .isEqualTo("Another sync is already running for this organization");
        assertThat(answer.body().path("sync_id").asString()).isEqualTo(running);
    }

    @Test
    void startsNothingWithoutAKeyOrSwitchedOff() {
        String start = "/api/v1/sync/start/" + organization;
        assertConflict(member.post(start), "not_configured");
        configure("{\"api_key\": \"made-up-key-1234-au9\", \"sync_enabled\": false}");
        assertConflict(member.post(start), "sync_disabled");
    }

    private static void assertConflict(Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("detail").asString()).contains("/api/v1/cliniko/configure/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync_mode=fast", "sync_mode=ACTIVE", "force_refresh=perhaps"})
    void startsNothingWithWrongValues(String query) {
        Answer answer = member.post("/api/v1/sync/start/" + organization + "?" + query);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void readsTheModeThatTheConnectionPrefers() {
        configure("{\"api_key\": \"made-up-key-1234-au9\", \"default_sync_mode\": \"incremental\"}");
        Answer answer = member.post("/api/v1/sync/start/" + organization + "?sync_mode=&unknown=1");
        assertThat(answer.body().path("sync_mode").asString()).isEqualTo("incremental");
    }

    @Test
    void showsHowFarARunIs() {
        SyncRun.Running running = running();
        JsonNode body = status(running).body();
        assertThat(body.path("status").asString()).isEqualTo("running");
        assertThat(body.path("progress_percentage").asInt())
                .isEqualTo(running.progress().percentage());
        assertThat(body.path("current_step").asString()).startsWith("Waiting");
        assertThat(body.path("current_step_number").asInt()).isEqualTo(3);
        assertThat(body.path("total_steps").asInt()).isEqualTo(8);
        assertThat(body.path("patients_found").asLong()).isEqualTo(100);
        assertThat(body.path("active_patients_identified").asLong()).isEqualTo(42);
        assertThat(body.path("resume_at").asString()).isEqualTo("2026-03-01T10:21:00.123456Z");
        assertThat(body.path("estimated_completion").asString()).isNotEmpty();
        assertThat(body.path("errors").size()).isEqualTo(2);
        assertThat(body.path("failure").isNull()).isTrue();
        assertThat(body.path("streams").toString())
                .isEqualTo("[{\"name\":\"patients\",\"fetched\":100,\"total\":650,\"failed\":2,"
                        + "\"as_of\":\"2026-03-01T10:20:27.123456Z\",\"differences\":null},"
                        + "{\"name\":\"attendees\",\"fetched\":0,\"total\":null,\"failed\":0,\"as_of\":null,"
                        + "\"differences\":null}]");
    }

    @Test
    void saysWhyNothingWasDeleted() {
        JsonNode alarm = status(running()).body().path("alarm");
        assertThat(alarm.path("code").asString()).isEqualTo("short_read");
        assertThat(alarm.path("message").asString()).isNotEmpty();
        assertThat(alarm.path("hint").asString()).isNotEmpty();
    }

    @Test
    void startsAVerification() {
        configure(KEY);
        Answer answer = member.post("/api/v1/sync/verify/" + organization + "?repair=true");
        assertThat(answer.status()).isEqualTo(201);
        JsonNode status = member.get(answer.header("Location")).body();
        assertThat(status.path("sync_mode").asString()).isEqualTo("verify");
        assertThat(status.path("verified").isNull()).isTrue();
        assertThat(status.path("differences").toString()).isEqualTo("{\"missing\":0,\"outdated\":0,\"vanished\":0}");
    }

    @Test
    void explainsAFailedRun() {
        SyncRun.Running running = running();
        SyncFailure failure = SyncFailure.of(SyncFailure.Cause.CREDENTIALS_REJECTED);
        save(running, running.fail(failure, SampleRuns.NOW.plusSeconds(9)));
        JsonNode body = status(running).body();
        assertThat(body.path("status").asString()).isEqualTo("failed");
        assertThat(body.path("completed_at").asString()).isEqualTo("2026-03-01T10:20:39.123456Z");
        assertThat(body.path("resume_at").isNull()).isTrue();
        assertThat(body.path("estimated_completion").isNull()).isTrue();
        assertThat(body.path("failure").path("code").asString()).isEqualTo("credentials_rejected");
        assertThat(body.path("failure").path("hint").asString()).isNotEmpty();
        assertThat(body.path("failure").path("retryable").asBoolean()).isFalse();
        assertThat(body.path("errors").path(2).asString()).isEqualTo(failure.message());
    }

    @Test
    void cancelsOnceAndLeavesWhatHasEnded() {
        SyncRun.Running running = running();
        String cancel = "/api/v1/sync/cancel/" + running.id();
        assertThat(member.delete(cancel).body().path("status").asString()).isEqualTo("cancelled");
        assertThat(status(running).body().path("failure").path("code").asString())
                .isEqualTo("cancelled");
        Answer again = member.delete(cancel);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("status").asString()).isEqualTo("cancelled");
        assertThat(history("?status=cancelled").path("recent_syncs").size()).isEqualTo(1);
        assertThat(history("?status=running").path("recent_syncs").size()).isZero();
    }

    @Test
    void answersForeignUnknownAndMalformedIdsAlike() {
        SyncRun.Running foreign = running();
        Client other = Client.member(port, "org_sync_other").with("X-Request-Id", "same");
        String known = withoutInstance(other.get("/api/v1/sync/status/" + foreign.id()));
        assertThat(known).contains("\"status\":404", "\"code\":\"not_found\"");
        assertThat(withoutInstance(other.get("/api/v1/sync/status/sync_org_x_20250101_000000_abcdef")))
                .isEqualTo(known);
        assertThat(withoutInstance(other.get("/api/v1/sync/status/nonsense"))).isEqualTo(known);
        assertThat(withoutInstance(other.delete("/api/v1/sync/cancel/" + foreign.id())))
                .isEqualTo(known);
        assertThat(withoutInstance(other.delete("/api/v1/sync/cancel/%20"))).isEqualTo(known);
        assertThat(status(foreign).status()).isEqualTo(200);
    }

    private static String withoutInstance(Answer answer) {
        return answer.text().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    @Test
    void showsANewOrganizationZeros() {
        JsonNode dashboard =
                member.get("/api/v1/sync/dashboard/" + organization).body();
        assertThat(dashboard.path("current_sync").isNull()).isTrue();
        assertThat(dashboard.path("last_sync").isNull()).isTrue();
        assertThat(dashboard.path("patient_stats").path("total_patients").asLong())
                .isZero();
        assertThat(dashboard.path("sync_available").asBoolean(true)).isFalse();
        assertThat(dashboard.path("connection").path("status").asString()).isEqualTo("not_configured");
        JsonNode history = history("");
        assertThat(history.path("total_syncs").asLong()).isZero();
        assertThat(history.path("success_rate").asDouble(1)).isZero();
        assertThat(history.path("recent_syncs").isEmpty()).isTrue();
    }

    private JsonNode history(String query) {
        return member.get("/api/v1/sync/history/" + organization + query).body();
    }

    private Answer status(SyncRun run) {
        return member.get("/api/v1/sync/status/" + run.id());
    }

    private void configure(String body) {
        Client.admin(port, organization.value()).post("/api/v1/cliniko/configure/" + organization, body);
    }

    private SyncRun.Running running() {
        SyncRun.Queued queued = new SampleRuns(organization).queued();
        SyncRun.Running running = queued.claim(SampleRuns.NOW).advance(SampleRuns.eventful(SampleRuns.NOW));
        transactions.within(organization, () -> {
            runs.add(organization, queued);
            runs.save(organization, queued, running);
        });
        return running;
    }

    private void save(SyncRun from, SyncRun to) {
        transactions.within(organization, () -> {
            runs.save(organization, from, to);
        });
    }
}
