package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Events.Event;
import io.routiq.application.Transactions;
import io.routiq.application.sync.FollowSync;
import io.routiq.application.sync.SampleRuns;
import io.routiq.application.sync.SyncRuns;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.StreamProgress;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncStep;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run of an organization of its own that a test moves on, and those who follow it. */
final class FollowedRun implements AutoCloseable {

    private final OrganizationId organization;
    private final Transactions transactions;
    private final SyncRuns runs;
    private final FollowSync follow;
    private final Client member;
    private final List<Events> opened = new ArrayList<>();
    private SyncRun.Running running;

    FollowedRun(int port, OrganizationId organization, Transactions transactions, SyncRuns runs, FollowSync follow) {
        this.organization = organization;
        this.transactions = transactions;
        this.runs = runs;
        this.follow = follow;
        this.member = Client.member(port, organization.value());
        SyncRun.Queued queued = new SampleRuns(organization).queued();
        this.running = queued.claim(SampleRuns.NOW);
        transactions.within(organization, () -> {
            runs.add(organization, queued);
            runs.save(organization, queued, running);
        });
    }

    Client member() {
        return member;
    }

    String path() {
        return "/api/v1/sync/stream/" + running.id();
    }

    String statusPath() {
        return "/api/v1/sync/status/" + running.id();
    }

    Events open() {
        return open(member);
    }

    Events open(Client client) {
        Events events = Events.open(client, path());
        assertThat(events.response().statusCode()).isEqualTo(200);
        synchronized (opened) {
            opened.add(events);
        }
        return events;
    }

    /** So many patients are read. */
    void read(int patients) {
        Instant at = SampleRuns.NOW.plusSeconds(patients);
        StreamProgress read = StreamProgress.NONE.plus(patients, 0, 600, at);
        SyncRun.Running from = running;
        running =
                from.advance(from.progress().enter(SyncStep.FETCH_PATIENTS, at).with(SyncStream.PATIENTS, read, 1, at));
        save(from, running);
    }

    void complete() {
        save(running, running.complete(SampleRuns.NOW.plusSeconds(999)));
    }

    void cancel() {
        save(running, running.cancel(SampleRuns.NOW.plusSeconds(999)));
    }

    private void save(SyncRun from, SyncRun to) {
        transactions.within(organization, () -> {
            runs.save(organization, from, to);
        });
        follow.look();
    }

    static int percentage(Event event) {
        return event.json().path("progress_percentage").asInt();
    }

    void awaitFollowers(int expected) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (follow.followers() != expected && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(follow.followers()).isEqualTo(expected);
    }

    /** Ends the run, so that nobody follows it any more. */
    @Override
    public void close() {
        opened.forEach(Events::close);
        cancel();
        awaitFollowers(0);
    }
}
