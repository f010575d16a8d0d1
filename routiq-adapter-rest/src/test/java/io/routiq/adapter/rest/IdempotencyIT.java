package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.adapter.rest.http.Fingerprint;
import io.routiq.application.idempotency.AnswerOnce;
import io.routiq.application.idempotency.AnswerOnce.Outcome;
import io.routiq.application.idempotency.KeptAnswer;
import io.routiq.application.practice.ConnectionCheck;
import io.routiq.application.practice.FakePracticeSystem;
import io.routiq.domain.organization.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RestTest
class IdempotencyIT {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final String KEY = "{\"api_key\": \"made-up-key-1234-au9\"}";

    private final AnswerOnce answerOnce;
    private final FakePracticeSystem practiceSystem;
    private final OrganizationId organization = new OrganizationId("org_idempotency" + MADE.incrementAndGet());
    private final Client admin;
    private final Client keyed;
    private final String configure = "/api/v1/cliniko/configure/" + organization;
    private final String start = "/api/v1/sync/start/" + organization;
    private final String verify = "/api/v1/auth/verify";

    IdempotencyIT(
            @LocalServerPort int port, @Autowired AnswerOnce answerOnce, @Autowired FakePracticeSystem practiceSystem) {
        this.answerOnce = answerOnce;
        this.practiceSystem = practiceSystem;
        admin = Client.admin(port, organization.value());
        keyed = admin.with("Idempotency-Key", "key-1");
    }

    @AfterEach
    void acceptKeysAgain() {
        practiceSystem.checks(FakePracticeSystem.reached(FakePracticeSystem.ACCOUNT));
    }

    @Test
    void givesTheFirstAnswerAgain() {
        Answer first = keyed.post(configure, KEY);
        Answer second = keyed.post(configure, KEY);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(configure);
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(second.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
        assertThat(admin.post(configure, KEY).status()).isEqualTo(200);
    }

    @Test
    void startsOneRunForTwoRequests() {
        admin.post(configure, KEY);
        Client once = admin.with("Idempotency-Key", "start-1");

        Answer first = once.post(start + "?sync_mode=full");
        Answer second = once.post(start + "?sync_mode=full");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(admin.post(start).code()).isEqualTo("sync_in_progress");
    }

    @Test
    void keepsRefusalsOfTheHandlerToo() {
        Answer first = keyed.post(start);
        admin.post(configure, KEY);
        Answer second = keyed.post(start);

        assertThat(first.code()).isEqualTo("not_configured");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void refusesTheKeyForAnotherBody() {
        keyed.post(configure, KEY);

        assertConflict(keyed.post(configure, "{\"sync_interval_minutes\": 15}"));
    }

    @Test
    void refusesTheKeyForAnotherRouteOrQuery() {
        keyed.post(start + "?sync_mode=full");

        assertConflict(keyed.post(start + "?sync_mode=active"));
        assertConflict(keyed.post(verify));
    }

    @Test
    void tellsForms() {
        Client form = keyed.with("Content-Type", "application/x-www-form-urlencoded");
        Answer first = form.post(start, "sync_mode=sideways");

        assertThat(first.code()).as(first.text()).isEqualTo("validation_failed");
        assertConflict(form.post(start, "sync_mode=full"));
        assertThat(form.post(start, "sync_mode=sideways").text()).isEqualTo(first.text());
    }

    @Test
    void tellsOrganizationsApart() {
        String other = organization + "b";
        keyed.post(configure, KEY);

        Client theirs = Client.admin(admin.port(), other).with("Idempotency-Key", "key-1");

        assertThat(theirs.post("/api/v1/cliniko/configure/" + other, KEY).status())
                .isEqualTo(201);
    }

    @Test
    void keepsNoAnswerFrom500On() {
        practiceSystem.checks(new ConnectionCheck.Unreachable());
        assertThat(keyed.post(configure, KEY).status()).isEqualTo(503);

        acceptKeysAgain();

        assertThat(keyed.post(configure, KEY).status()).isEqualTo(201);
    }

    @Test
    void keepsNoRefusalOfTheGuard() {
        Client member = Client.member(admin.port(), organization.value()).with("Idempotency-Key", "key-1");
        assertThat(member.post(configure, KEY).status()).isEqualTo(403);
        assertThat(keyed.token("nonsense").post(configure, KEY).status()).isEqualTo(401);
        assertThat(keyed.organization("").post(configure, KEY).status()).isEqualTo(400);

        assertThat(keyed.post(configure, KEY).status()).isEqualTo(201);
    }

    @Test
    void asksToWaitWhileTheFirstIsBeingWorkedOn() {
        claim();

        Answer second = keyed.post(verify);

        assertThat(second.status()).isEqualTo(503);
        assertThat(second.code()).isEqualTo("service_unavailable");
        assertThat(second.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void waitsALittleForTheFirstAnswer() {
        Outcome.Claimed claimed = claim();

        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> keyed.post(verify));
        answerOnce.keep(
                organization, claimed.claim(), new KeptAnswer(200, "application/json", null, "{\"of\":\"first\"}"));

        assertThat(second.join().text()).isEqualTo("{\"of\":\"first\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\tb"})
    void refusesKeysThatAreNone(String key) {
        assertMalformed(admin.with("Idempotency-Key", key).post(verify));
    }

    @Test
    void refusesKeysThatAreTooLong() {
        assertThat(admin.with("Idempotency-Key", "k".repeat(255)).post(verify).status())
                .isEqualTo(200);
        assertMalformed(admin.with("Idempotency-Key", "k".repeat(256)).post(verify));
    }

    @Test
    void caresForPostsOnly() {
        assertThat(admin.with("Idempotency-Key", "").get(configure).status()).isEqualTo(200);
        assertThat(keyed.delete(configure).body().path("removed").asBoolean()).isFalse();
    }

    @Test
    void refusesABodyThatIsTooLargeAsWithoutKey() {
        String large = "{\"api_key\": \"" + "k".repeat(1024 * 1024) + "\"}";

        assertThat(keyed.post(configure, large).status()).isEqualTo(413);
    }

    private Outcome.Claimed claim() {
        String hash = Fingerprint.of(("[\"" + verify + "\",{}]").getBytes(StandardCharsets.UTF_8), new byte[0]);
        return (Outcome.Claimed) answerOnce.claim(organization, "user_1", "key-1", hash);
    }

    private static void assertConflict(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("idempotency_conflict");
    }

    private static void assertMalformed(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("validation_failed");
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
    }
}
