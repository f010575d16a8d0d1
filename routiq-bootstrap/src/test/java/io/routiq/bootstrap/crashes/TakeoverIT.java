package io.routiq.bootstrap.crashes;

import static io.routiq.bootstrap.crashes.CrashPoint.Moment.STOPPED_BEFORE_COMMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two instances on one database, one of which is stopped, woken and asked to end; the order is that of its life. */
@ExtendWith(Site.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TakeoverIT {

    private static final int STEP = 12;

    private final Site site;
    private final WorkerProcess worker;

    TakeoverIT(Site site) {
        this.site = site;
        this.worker = WorkerProcess.start(
                site.product(), Site.WHOLE ? CrashPoint.at(STEP, STOPPED_BEFORE_COMMIT) : List.of());
    }

    @BeforeAll
    void runUndisturbed() {
        assertThat(site.undisturbed().copy()).isNotEmpty();
        Awaiting.until("the worker is there", () -> worker.log().contains("Started CrashingInstance"));
    }

    @AfterEach
    void calm() {
        site.calm();
    }

    @AfterAll
    void stop() {
        worker.close();
    }

    @Test
    @Order(1)
    @EnabledIfSystemProperty(named = "routiq.crashes", matches = "all")
    void doesNotWaitForATransactionThatNobodyEnds() {
        Member member = begin();
        String run = member.start();
        Awaiting.until("it stops itself", () -> worker.log().contains("Stopping at step " + STEP));

        takeOverFrom(member, run);
    }

    @Test
    @Order(2)
    void wakesUpTooLateToWriteAnything() {
        Member member = begin();
        String run = member.start();
        Awaiting.until("the worker is at work", () -> member.fetched() > 0);
        worker.send(Signal.STOP);

        takeOverFrom(member, run);
    }

    /** Only the other instance works. */
    private Member begin() {
        site.rest();
        site.simulator().latency(Duration.ofMillis(300));
        return site.member();
    }

    private void takeOverFrom(Member member, String run) {
        assertThat(member.isFinished()).isFalse();
        site.work();
        Duration taken = Awaiting.until("another takes over", () -> member.attempt() == 2);
        Awaiting.until("the run ends", member::isFinished);
        assertThat(taken).isLessThan(Duration.ofSeconds(30));
        site.undisturbed().requireSame("stopped", member);
        List<String> versions = member.versions();

        worker.send(Signal.CONT);

        Awaiting.until("it sees that it is late", () -> worker.hasLeft(run));
        assertThat(member.versions()).isEqualTo(versions);
    }

    @Test
    @Order(3)
    void sharesTheWork() {
        site.simulator().latency(Duration.ofMillis(50));
        List<Member> members = Stream.generate(site::member).limit(8).toList();

        List<String> runs = members.stream().map(Member::start).toList();

        Awaiting.until("all runs end", () -> members.stream().allMatch(Member::isFinished));
        members.forEach(member -> site.undisturbed().requireSame("shared", member));
        Awaiting.until("all is told", () -> members.stream().allMatch(member -> member.jobs() == 0));
        List<String> doneThere = runs.stream()
                .filter(run -> worker.log().contains(run + ": COMPLETED"))
                .toList();
        assertThat(doneThere).isNotEmpty().hasSizeLessThan(runs.size());
    }

    @Test
    @Order(4)
    void handsOverWithinFiveSecondsWhenItIsToEnd() {
        Member member = begin();
        member.start();
        Awaiting.until("the worker is at work", () -> member.fetched() > 0);
        site.work();

        worker.send(Signal.TERM);

        Duration taken = Awaiting.until("another takes over", () -> member.attempt() == 2 && !member.isQueued());
        if (Site.WHOLE) {
            System.out.println("Handed over after SIGTERM within " + taken.toMillis() + " ms");
        }
        assertThat(taken).isLessThan(Duration.ofSeconds(5));
        Awaiting.until("the run ends", member::isFinished);
        site.undisturbed().requireSame("handed over", member);
        Awaiting.until("the worker ends", () -> !worker.isAlive());
    }
}
