package io.routiq.adapter.rest;

import static io.routiq.adapter.rest.FollowedRun.percentage;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.adapter.rest.Events.Event;
import io.routiq.application.MutableClock;
import io.routiq.application.Transactions;
import io.routiq.application.sync.FollowSync;
import io.routiq.application.sync.SyncRuns;
import io.routiq.domain.organization.OrganizationId;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who follows a run, how many they are, and when they are let go. */
@RestTest
class SyncFollowersIT {

    private static final AtomicInteger MADE = new AtomicInteger();

    private final int port;
    private final MutableClock clock;

    @AutoClose
    private final FollowedRun run;

    SyncFollowersIT(
            @LocalServerPort int port,
            @Autowired Transactions transactions,
            @Autowired SyncRuns runs,
            @Autowired FollowSync follow,
            @Autowired MutableClock clock) {
        this.port = port;
        this.clock = clock;
        this.run = new FollowedRun(
                port, new OrganizationId("org_followers" + MADE.incrementAndGet()), transactions, runs, follow);
    }

    @Test
    void followFiveHundredAtOnce() throws InterruptedException {
        Callable<Events> open = run::open;
        List<Events> all;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all = threads.invokeAll(Collections.nCopies(500, open)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertThat(all)
                .allSatisfy(events -> assertThat(percentage(events.next())).isZero());
        run.awaitFollowers(500);

        run.read(100);
        run.complete();

        assertThat(all).allSatisfy(events -> {
            Event event = events.next();
            while (event.name().equals("progress")) {
                event = events.next();
            }
            assertThat(event.name()).isEqualTo("end");
            assertThat(percentage(event)).isEqualTo(100);
        });
    }

    @Test
    void areForgottenWhenTheyAreGone() {
        run.open().next();
        Events leaving = run.open();
        leaving.next();
        run.awaitFollowers(2);

        leaving.close();

        run.awaitFollowers(1);
    }

    @Test
    void areLetGoWhenTheirTokenExpires() {
        Events events = run.open();
        events.next();

        clock.set(TestApplication.NOW.plusSeconds(61));
        try {
            run.read(100);
            assertThat(events.next().name()).isEqualTo("closed");
        } finally {
            clock.set(TestApplication.NOW);
        }
    }

    @Test
    void areToldWhereTheRunStandsThoughTheirTokenExpires() {
        clock.set(TestApplication.NOW.plusSeconds(61));
        try {
            Events events = run.open();
            assertThat(events.next().name()).isEqualTo("progress");
            assertThat(events.next().name()).isEqualTo("closed");

            run.complete();
            Events late = run.open();
            assertThat(late.next().name()).isEqualTo("progress");
            assertThat(late.next().name()).isEqualTo("end");
        } finally {
            clock.set(TestApplication.NOW);
        }
    }

    @Test
    void findForeignUnknownAndMalformedIdsAlike() {
        Client other = Client.member(port, "org_followers_other").with("X-Request-Id", "same");
        String known = withoutInstance(other.get("/api/v1/sync/stream/sync_org_x_20250101_000000_abcdef"));

        assertThat(known).contains("\"status\":404", "\"code\":\"not_found\"");
        assertThat(withoutInstance(other.get(run.path()))).isEqualTo(known);
        assertThat(withoutInstance(other.get("/api/v1/sync/stream/nonsense"))).isEqualTo(known);
        assertThat(withoutInstance(other.get(run.statusPath()))).isEqualTo(known);
    }

    private static String withoutInstance(Answer answer) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        return answer.text().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html, image/*", "text/event-stream;q=0"})
    void haveToTakeEvents(String accept) {
        Answer answer = run.member().with("Accept", accept).get(run.path());

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.code()).isEqualTo("not_acceptable");
        assertThat(answer.body().path("detail").asString()).contains("text/event-stream");
    }

    @Test
    void needATokenAsForEveryRoute() {
        assertThat(Client.stranger(port).get(run.path()).status()).isEqualTo(401);
    }

    @Test
    void askForTheHeadersAloneAndAreAnsweredAtOnce() {
        assertThat(run.member().send("HEAD", run.path(), null).header("Content-Type"))
                .startsWith("text/event-stream");
        run.awaitFollowers(0);
    }
}
