package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.practice.ConnectionCheck;
import io.routiq.application.practice.FakePracticeSystem;
import io.routiq.application.practice.PracticeAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RestTest
class ConnectionIT {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final String KEY = "{\"api_key\": \"made-up-key-1234-au9\"}";

    private final FakePracticeSystem practiceSystem;
    private final Client admin;
    private final String configure;
    private final String test;

    ConnectionIT(@LocalServerPort int port, @Autowired FakePracticeSystem practiceSystem) {
        this.practiceSystem = practiceSystem;
        String organization = "org_connection" + MADE.incrementAndGet();
        admin = Client.admin(port, organization);
        configure = "/api/v1/cliniko/configure/" + organization;
        test = "/api/v1/cliniko/test-connection/" + organization;
    }

    @AfterEach
    void acceptKeysAgain() {
        practiceSystem.checks(FakePracticeSystem.reached(FakePracticeSystem.ACCOUNT));
    }

    @Test
    void createsFirstAndChangesLater() {
        Answer first = admin.post(configure, KEY);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo(configure);
        assertThat(first.text()).doesNotContain("made-up-key");
        JsonNode body = first.body();
        assertThat(body.path("status").asString()).isEqualTo("connected");
        assertThat(body.path("shard").asString()).isEqualTo("au9");
        assertThat(body.path("api_key_hint").asString()).isEqualTo("1234");
        assertThat(body.path("connection").path("account").path("name").asString())
                .isEqualTo("Example Physiotherapy");

        Answer second = admin.post(configure, "{\"sync_interval_minutes\": 15, \"unknown\": {}}");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("sync_interval_minutes").asInt()).isEqualTo(15);
        assertThat(second.body().path("api_key_hint").asString()).isEqualTo("1234");
    }

    @Test
    void keepsWhatAChangeDoesNotName() {
        admin.post(
                configure,
                "{\"api_key\": \"made-up-key-1234-au9\", \"sync_enabled\": false, \"default_sync_mode\": \"full\","
                        + " \"data_types\": {\"practitioners\": false}}");
        JsonNode body = admin.post(configure, "{\"data_types\": {\"group_appointments\": false}}")
                .body();
        assertThat(body.path("sync_enabled").asBoolean()).isFalse();
        assertThat(body.path("default_sync_mode").asString()).isEqualTo("full");
        assertThat(body.path("data_types").toString())
                .isEqualTo("{\"patients\":true,\"appointments\":true,\"group_appointments\":false,"
                        + "\"practitioners\":false,\"appointment_types\":true}");
        assertThat(admin.get(configure).body().path("data_types")).isEqualTo(body.path("data_types"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"api_key\": null}",
                "{\"api_key\": \"\"}",
                "{\"api_key\": \"short\"}",
                "{\"api_key\": \"made-up-key-1234-au9\", \"sync_interval_minutes\": 4}",
                "{\"api_key\": \"made-up-key-1234-au9\", \"sync_interval_minutes\": 1441}",
                "{\"api_key\": \"made-up-key-1234-au9\", \"sync_interval_minutes\": 60.5}",
                "{\"api_key\": \"made-up-key-1234-au9\", \"sync_interval_minutes\": 99999999999}",
                "{\"api_key\": \"made-up-key-1234-au9\", \"sync_enabled\": \"yes\"}",
                "{\"api_key\": \"made-up-key-1234-au9\", \"default_sync_mode\": \"fast\"}",
                "{\"api_key\": \"made-up-key-1234-au9\", \"data_types\": []}",
                "{\"api_key\": {\"secret\": \"made-up\"}}",
                "{\"api_key\": \"made-up-key-1234-au9\", \"data_types\": {\"patients\": false, \"appointments\": false}}"
            })
    void refusesWrongValuesAndStoresNothing(String body) {
        Answer answer = admin.post(configure, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("validation_failed");
        assertThat(answer.body().path("errors").size()).isEqualTo(1);
        assertThat(answer.text()).doesNotContain("made-up");
        assertThat(admin.get(configure).body().path("status").asString()).isEqualTo("not_configured");
    }

    @Test
    void storesNoRejectedKey() {
        practiceSystem.checks(new ConnectionCheck.KeyRejected());
        Answer answer = admin.post(configure, KEY);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("credentials_rejected");
        assertThat(admin.get(configure).body().path("status").asString()).isEqualTo("not_configured");
    }

    @Test
    void storesUntestedOnlyIfAskedTo() {
        practiceSystem.checks(new ConnectionCheck.RateLimited(TestApplication.NOW.plus(Duration.ofSeconds(42))));
        Answer answer = admin.post(configure, KEY);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("service_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("42");
        assertThat(answer.body().path("detail").asString()).contains("Nothing was stored", "validate: false");

        Answer untested = admin.post(configure, "{\"api_key\": \"made-up-key-1234-au9\", \"validate\": false}");
        assertThat(untested.status()).isEqualTo(201);
        assertThat(untested.body().path("status").asString()).isEqualTo("unchecked");
    }

    @Test
    void changesTheAccountOnlyIfAskedTo() {
        admin.post(configure, KEY);
        practiceSystem.checks(FakePracticeSystem.reached(new PracticeAccount("7002", null, null)));
        Answer answer = admin.post(configure, KEY);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("account_mismatch");

        Answer replaced = admin.post(configure, "{\"api_key\": \"made-up-key-1234-au9\", \"replace_account\": true}");
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.body().path("connection").path("account").toString())
                .isEqualTo("{\"id\":\"7002\",\"name\":null,\"country\":null}");
    }

    @Test
    void showsANewOrganizationTheDefaults() {
        Answer answer = admin.get(configure);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asString()).isEqualTo("not_configured");
        assertThat(answer.body().path("sync_interval_minutes").asInt()).isEqualTo(60);
        assertThat(answer.body().path("api_key_hint").isNull()).isTrue();
    }

    @Test
    void removesOnceAndSaysSo() {
        admin.post(configure, KEY);
        assertThat(admin.delete(configure).body().path("removed").asBoolean()).isTrue();
        Answer again = admin.delete(configure);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("removed").asBoolean()).isFalse();
    }

    @Test
    void reportsWhatTheTestFinds() {
        assertFinding("not_configured");
        admin.post(configure, KEY);
        Map<String, ConnectionCheck> findings = Map.of(
                "connected", FakePracticeSystem.reached(FakePracticeSystem.ACCOUNT),
                "not_permitted",
                        new ConnectionCheck.Reached(
                                FakePracticeSystem.ACCOUNT, null, null, null, 3L, null, Duration.ofMillis(80)),
                "key_rejected", new ConnectionCheck.KeyRejected(),
                "rate_limited", new ConnectionCheck.RateLimited(TestApplication.NOW),
                "unreachable", new ConnectionCheck.Unreachable(),
                "unexpected_answer", new ConnectionCheck.UnexpectedAnswer());
        findings.forEach((code, check) -> {
            practiceSystem.checks(check);
            assertFinding(code);
        });
    }

    private void assertFinding(String code) {
        Answer answer = admin.get(test);
        assertThat(answer.status()).isEqualTo(200);
        JsonNode body = answer.body();
        assertThat(body.path("code").asString()).isEqualTo(code);
        assertThat(body.path("success").asBoolean()).isEqualTo(code.equals("connected"));
        assertThat(body.path("hint").isNull()).isEqualTo(code.equals("connected"));
        assertThat(body.path("tested_at").isNull()).isEqualTo(code.equals("not_configured"));
        assertThat(body.path("permissions").isNull())
                .isEqualTo(!List.of("connected", "not_permitted").contains(code));
    }

    @Test
    void countsWhatTheKeyMayRead() {
        admin.post(configure, KEY);
        JsonNode body = admin.get(test).body();
        assertThat(body.path("total_patients_available").asLong()).isEqualTo(650);
        assertThat(body.path("total_appointments_available").asLong()).isEqualTo(3000);
        assertThat(body.path("practitioners_count").asLong()).isEqualTo(4);
        assertThat(body.path("latency_ms").asLong()).isEqualTo(80);
        assertThat(body.path("user_role").asString()).isEqualTo("administrator");
        assertThat(body.path("time_zone").asString()).isEqualTo("Australia/Sydney");
    }
}
