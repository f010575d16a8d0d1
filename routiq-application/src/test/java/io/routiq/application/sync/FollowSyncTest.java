package io.routiq.application.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.sync.SyncFollower.News;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncStep;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class FollowSyncTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final InMemoryPorts ports = InMemoryPorts.at(SampleRuns.NOW);
    private final OrganizationId organization = Organizations.fresh();
    private final FollowSync follow = new FollowSync(ports.transactions(), ports.runs());
    private final SyncRun.Queued queued = new SampleRuns(organization).queued();
    private final SyncRun.Running running = queued.claim(SampleRuns.NOW);

    @Test
    void beginsWithTheStateThatTheRunIsIn() throws InterruptedException {
        add();

        assertThat(follower().next(LONG)).isEqualTo(new News.Changed(queued));
    }

    @Test
    void tellsEveryFollowerOfAChangeOnce() throws InterruptedException {
        add();
        SyncFollower one = follower();
        SyncFollower other = follower();
        one.next(LONG);
        other.next(LONG);

        save(queued, running);
        follow.look();
        follow.look();

        assertThat(one.next(LONG)).isEqualTo(new News.Changed(running));
        assertThat(other.next(LONG)).isEqualTo(new News.Changed(running));
        assertThat(one.next(Duration.ZERO)).isEqualTo(new News.None());
    }

    @Test
    void tellsAFollowerThatWasSlowTheLatestStateOnly() throws InterruptedException {
        add();
        SyncFollower slow = follower();
        save(queued, running);
        follow.look();
        SyncRun.Running further =
                running.advance(running.progress().enter(SyncStep.FETCH_PATIENTS, SampleRuns.NOW.plusSeconds(1)));
        save(running, further);
        follow.look();

        assertThat(slow.next(LONG)).isEqualTo(new News.Changed(further));
        assertThat(slow.next(Duration.ZERO)).isEqualTo(new News.None());
    }

    @Test
    void wakesAFollowerThatWaits() throws InterruptedException {
        add();
        SyncFollower waiting = follower();
        waiting.next(LONG);
        var news = new FutureTask<>(() -> waiting.next(Duration.ofMinutes(5)));
        Thread.startVirtualThread(news);

        save(queued, running);
        follow.look();

        assertThat(news).succeedsWithin(LONG).isEqualTo(new News.Changed(running));
    }

    @Test
    void knowsNoRunOfAnotherOrganization() {
        add();

        assertThat(follow.follow(Organizations.fresh(), queued.id())).isEmpty();
        assertThat(follow.followers()).isZero();
    }

    @Test
    void forgetsWhomItCouldNotTell() {
        add();

        ports.transactions()
                .within(
                        Organizations.fresh(),
                        () -> assertThatIllegalStateException().isThrownBy(this::follower));

        assertThat(follow.followers()).isZero();
    }

    @Test
    void forgetsWhoHasLeft() {
        add();
        SyncFollower stays = follower();
        SyncFollower leaves = follower();
        assertThat(follow.followers()).isEqualTo(2);

        leaves.close();
        leaves.close();

        assertThat(follow.followers()).isEqualTo(1);
        stays.close();
        assertThat(follow.followers()).isZero();
    }

    @Test
    void stopsFollowersWhenItCloses() throws InterruptedException {
        add();
        SyncFollower waiting = follower();

        follow.close();

        assertThat(waiting.next(LONG)).isEqualTo(new News.Stopped());
        assertThat(follower().next(LONG)).isEqualTo(new News.Stopped());
    }

    private SyncFollower follower() {
        return follow.follow(organization, queued.id()).orElseThrow();
    }

    private void add() {
        ports.within(organization, () -> ports.runs().add(organization, queued));
    }

    private void save(SyncRun from, SyncRun to) {
        ports.within(organization, () -> ports.runs().save(organization, from, to));
    }
}
