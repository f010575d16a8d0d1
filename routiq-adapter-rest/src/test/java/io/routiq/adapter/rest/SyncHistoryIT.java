package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.Transactions;
import io.routiq.application.sync.SampleRuns;
import io.routiq.application.sync.SyncRuns;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RestTest
class SyncHistoryIT {

    private static final OrganizationId ORGANIZATION = new OrganizationId("org_history");
    private static final String HISTORY = "/api/v1/sync/history/org_history";

    private final int port;
    private final Client member;

    SyncHistoryIT(@LocalServerPort int port, @Autowired Transactions transactions, @Autowired SyncRuns runs) {
        this.port = port;
        member = Client.member(port, ORGANIZATION.value());
        transactions.within(ORGANIZATION, () -> {
            if (runs.statistics(ORGANIZATION).total() == 0) {
                fill(runs);
            }
        });
    }

    /** Five runs that ended well and one that was cancelled, of 10 seconds and 100 records each. */
    private static void fill(SyncRuns runs) {
        SampleRuns samples = new SampleRuns(ORGANIZATION);
        for (int hour = 0; hour < 6; hour++) {
            SyncMode mode = hour % 2 == 0 ? SyncMode.FULL : SyncMode.ACTIVE;
            SyncRun.Completed ended =
                    samples.completed(mode, SampleRuns.NOW.plus(Duration.ofHours(hour)), Duration.ofSeconds(10), 100);
            SyncRun.Queued queued = SyncRun.queued(ended.order());
            runs.add(ORGANIZATION, queued);
            SyncRun.Running running = queued.claim(ended.order().requestedAt());
            runs.save(ORGANIZATION, queued, running);
            runs.save(ORGANIZATION, running, hour == 5 ? running.cancel(ended.finishedAt()) : ended);
        }
    }

    @Test
    void countsOverAllRuns() {
        JsonNode body = member.get(HISTORY + "?limit=1").body();
        assertThat(body.path("total_syncs").asLong()).isEqualTo(6);
        assertThat(body.path("successful_syncs").asLong()).isEqualTo(5);
        assertThat(body.path("cancelled_syncs").asLong()).isEqualTo(1);
        assertThat(body.path("failed_syncs").asLong()).isZero();
        assertThat(body.path("success_rate").asDouble()).isEqualTo(83.3);
        assertThat(body.path("failure_rate").asDouble()).isZero();
        assertThat(body.path("average_sync_duration_seconds").toString()).isEqualTo("10");
        assertThat(body.path("p95_duration_seconds").toString()).isEqualTo("10");
        assertThat(body.path("average_records_per_second").toString()).isEqualTo("10.0");
        assertThat(body.path("last_sync_at").asString()).isEqualTo("2026-03-01T15:20:30.123456Z");
        assertThat(body.path("last_successful_sync_at").asString()).isEqualTo("2026-03-01T14:20:40.123456Z");
    }

    @Test
    void describesEachRun() {
        JsonNode entry = member.get(HISTORY + "?status=completed&limit=1")
                .body()
                .path("recent_syncs")
                .path(0);
        assertThat(entry.path("sync_mode").asString()).isEqualTo("full");
        assertThat(entry.path("trigger").asString()).isEqualTo("manual");
        assertThat(entry.path("status").asString()).isEqualTo("completed");
        assertThat(entry.path("duration_seconds").asLong()).isEqualTo(10);
        assertThat(entry.path("records_processed").asLong()).isEqualTo(100);
        assertThat(entry.path("patients_processed").asLong()).isEqualTo(100);
        assertThat(entry.path("requests_made").asLong()).isEqualTo(1);
        assertThat(entry.path("attempts").asInt()).isEqualTo(1);
        assertThat(entry.path("failure").isNull()).isTrue();
        assertThat(entry.path("errors").isEmpty()).isTrue();
    }

    @Test
    void pagesThroughAllRunsOnce() {
        List<String> ids = new ArrayList<>();
        String query = "?limit=2";
        while (!query.isEmpty()) {
            JsonNode body = member.get(HISTORY + query).body();
            body.path("recent_syncs").forEach(run -> ids.add(run.path("sync_id").asString()));
            JsonNode next = body.path("next_cursor");
            query = next.isNull() ? "" : "?limit=2&cursor=" + next.asString();
        }
        assertThat(ids).hasSize(6).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(new HashSet<>(ids)).hasSize(6);
    }

    @Test
    void filtersByMode() {
        JsonNode runs = member.get(HISTORY + "?sync_mode=full").body().path("recent_syncs");
        assertThat(runs.size()).isEqualTo(3);
        runs.forEach(run -> assertThat(run.path("sync_mode").asString()).isEqualTo("full"));
    }

    @Test
    void refusesACursorOfAnotherList() {
        String cursor =
                member.get(HISTORY + "?limit=1").body().path("next_cursor").asString();
        assertInvalid(member.get(HISTORY + "?sync_mode=full&cursor=" + cursor));
        assertInvalid(member.get(HISTORY + "?cursor=x" + cursor));
        assertInvalid(Client.member(port, "org_history2").get("/api/v1/sync/history/org_history2?cursor=" + cursor));
        assertInvalid(Client.member(port, "org_history").get("/api/v1/patients/org_history/active?cursor=" + cursor));
    }

    private static void assertInvalid(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "status=done", "sync_mode=fast"})
    void refusesWrongValues(String query) {
        Answer answer = member.get(HISTORY + "?" + query);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").size()).isEqualTo(1);
    }
}
