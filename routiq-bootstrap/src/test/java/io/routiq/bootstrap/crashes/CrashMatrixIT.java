package io.routiq.bootstrap.crashes;

import static io.routiq.bootstrap.crashes.CrashPoint.Moment.AFTER_COMMIT;
import static io.routiq.bootstrap.crashes.CrashPoint.Moment.BEFORE_COMMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.bootstrap.crashes.CrashPoint.Moment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A worker that is killed leaves nothing behind but work that another one finishes: same copy, same counters. The whole
 * matrix is run by {@code -Droutiq.crashes=all} and prints what docs/crash-matrix.md shows.
 */
@ExtendWith(Site.Shared.class)
class CrashMatrixIT {

    private static final int RANDOM_KILLS = 10;
    private static final long SEED = 20261122;

    private final Site site;

    CrashMatrixIT(Site site) {
        this.site = site;
    }

    @AfterEach
    void calm() {
        site.calm();
    }

    /** What happened to the runs of a killed worker. */
    private record Result(boolean wereActive, Duration idle) {}

    static Stream<Killing> fewPoints() {
        return Stream.of(new Killing.AtStep(30, AFTER_COMMIT), new Killing.AtStep(CrashPoint.LAST, BEFORE_COMMIT));
    }

    /** Three runs at a time, so that each kill meets three of them at different steps. */
    @ParameterizedTest
    @MethodSource("fewPoints")
    void anotherFinishesWhatWasBegun(Killing killing) throws InterruptedException {
        assertThat(kill(site, killing, 3).wereActive()).as("%s", killing).isTrue();
    }

    @Test
    @EnabledIfSystemProperty(named = "routiq.crashes", matches = "all")
    void anotherFinishesWhateverWasBegun() throws InterruptedException {
        boolean reached = true;
        for (int step = 1; reached; step++) {
            for (Moment moment : List.of(BEFORE_COMMIT, AFTER_COMMIT)) {
                reached = kill(site, new Killing.AtStep(step, moment), 1).wereActive();
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "routiq.crashes", matches = "all")
    void anotherFinishesWheneverItHappens() throws InterruptedException {
        Random random = new Random(SEED);
        for (int i = 0; i < RANDOM_KILLS; i++) {
            kill(site, new Killing.After(Duration.ofMillis(random.nextInt(2000))), 1);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "routiq.crashes", matches = "all")
    void anotherTakesOverWithinHalfAMinuteInProduction() throws InterruptedException {
        Path directory = Path.of("target", "crashes-production").toAbsolutePath();
        try (Site production = new Site(directory, "4s")) {
            for (int step = 5; step < 8; step++) {
                Result result = kill(production, new Killing.AtStep(step, AFTER_COMMIT), 1);
                assertThat(result.idle()).isLessThan(Duration.ofSeconds(30));
            }
        }
    }

    /** The test's own instance rests until the worker is gone, and then goes on with what is left. */
    private static Result kill(Site site, Killing killing, int runs) throws InterruptedException {
        Undisturbed undisturbed = site.undisturbed();
        site.rest();
        site.simulator().latency(Duration.ofMillis(15));
        List<Member> members = Stream.generate(site::member).limit(runs).toList();
        site.simulator().journal().clear();
        try (WorkerProcess worker = WorkerProcess.start(site.product(), killing.arguments())) {
            members.forEach(Member::start);
            killing.happenTo(worker, members);
        }
        boolean active = members.stream().noneMatch(Member::isFinished);
        int stored = members.stream().mapToInt(Member::fetched).sum();
        List<Integer> attempts = members.stream().map(Member::attempt).toList();
        site.work();
        Duration idle = Awaiting.until(
                "another takes over",
                () -> members.stream().allMatch(Member::isFinished)
                        || !members.stream().map(Member::attempt).toList().equals(attempts));
        Awaiting.until("the runs end", () -> members.stream().allMatch(Member::isFinished));
        if (Site.WHOLE) {
            System.out.printf(
                    "| %s | %d | %d | %d |%n", killing, stored, idle.toMillis(), undisturbed.readAgain(site, runs));
        }
        members.forEach(member -> undisturbed.requireSame(killing, member));
        undisturbed.requireLittleReadAgain(killing, site, runs);
        return new Result(active, idle);
    }
}
