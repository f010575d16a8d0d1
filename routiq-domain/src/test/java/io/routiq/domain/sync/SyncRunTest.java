package io.routiq.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRun.Active;
import io.routiq.domain.sync.SyncRun.Cancelled;
import io.routiq.domain.sync.SyncRun.Completed;
import io.routiq.domain.sync.SyncRun.Failed;
import io.routiq.domain.sync.SyncRun.Queued;
import io.routiq.domain.sync.SyncRun.Running;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SyncRunTest {

    private static final Instant REQUESTED = Instant.parse("2026-03-01T10:20:30Z");
    private static final Instant LATER = REQUESTED.plusSeconds(60);
    private static final SyncFailure LOST = SyncFailure.of(SyncFailure.Cause.WORKER_LOST);
    private static final SyncProgress FURTHER =
            SyncProgress.notStarted(REQUESTED).enter(SyncStep.FETCH_APPOINTMENTS, LATER);

    private static final OrganizationId ORGANIZATION = new OrganizationId("org_123");
    private static final SyncOrder ORDER = new SyncOrder(
            SyncRunId.of(ORGANIZATION, REQUESTED, "a1b2c3"),
            ORGANIZATION,
            SyncMode.FULL,
            SyncTrigger.MANUAL,
            Set.of(SyncOption.FORCE_REFRESH),
            REQUESTED);

    private static final Queued QUEUED = new Queued(ORDER, 2, 3, 1, FURTHER);
    private static final Running RUNNING = new Running(ORDER, 2, 3, 1, FURTHER);
    private static final Completed COMPLETED = new Completed(ORDER, 2, 3, FURTHER, LATER);
    private static final Failed FAILED = new Failed(ORDER, 2, 3, FURTHER, LATER, LOST);
    private static final Cancelled CANCELLED = new Cancelled(ORDER, 2, 3, FURTHER, LATER);

    /** What can happen to a run. Whether a state offers it is told by the method of that name. */
    private static final Set<String> EVENTS = Set.of("claim", "advance", "complete", "release", "cancel", "fail");

    /** Every state with every event that it offers and the state that this leads to; there is no other event. */
    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(QUEUED, Map.of("claim", Running.class, "cancel", Cancelled.class, "fail", Failed.class)),
                Arguments.of(
                        RUNNING,
                        Map.of(
                                "advance",
                                Running.class,
                                "complete",
                                Completed.class,
                                "release",
                                Queued.class,
                                "cancel",
                                Cancelled.class,
                                "fail",
                                Failed.class)),
                Arguments.of(COMPLETED, Map.of()),
                Arguments.of(FAILED, Map.of()),
                Arguments.of(CANCELLED, Map.of()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void offersExactlyTheStepsThatLeadOn(SyncRun state, Map<String, Class<?>> expected) {
        Map<String, Class<?>> offered = new TreeMap<>();
        Arrays.stream(state.getClass().getMethods())
                .filter(method -> SyncRun.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> !method.isBridge())
                .forEach(method -> offered.put(method.getName(), method.getReturnType()));

        assertThat(offered).isEqualTo(expected);
        assertThat(EVENTS).containsAll(offered.keySet());
    }

    @Test
    void hasTheStatesThatTheWalkVisits() {
        assertThat(leaves(SyncRun.class))
                .containsExactlyInAnyOrder(Queued.class, Running.class, Completed.class, Failed.class, Cancelled.class);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Arrays.stream(permitted).flatMap(SyncRunTest::leaves);
    }

    @Test
    void beginsWithTheFirstAttemptAndNoClaim() {
        assertThat(SyncRun.queued(ORDER)).isEqualTo(new Queued(ORDER, 1, 0, 0, SyncProgress.notStarted(REQUESTED)));
    }

    @Test
    void raisesTheFenceWithEachClaim() {
        Running claimed = QUEUED.claim(LATER);

        assertThat(claimed.fence()).isEqualTo(4);
        assertThat(claimed.attempt()).isEqualTo(2);
        assertThat(claimed.progress().percentage()).isEqualTo(FURTHER.percentage());
    }

    @Test
    void raisesTheAttemptWithEachRelease() {
        assertThat(RUNNING.release()).isEqualTo(new Queued(ORDER, 3, 3, 1, FURTHER));
    }

    @Test
    void advancesToWhatItIsGiven() {
        SyncProgress further = FURTHER.enter(SyncStep.STORE, LATER);

        assertThat(RUNNING.advance(further)).isEqualTo(new Running(ORDER, 2, 3, 1, further));
    }

    @Test
    void countsAttemptsInARowThatStoredNothing() {
        SyncProgress stored = FURTHER.with(SyncStream.PATIENTS, StreamProgress.NONE.plus(1, 0, 1, LATER), 1, LATER);

        Running again = RUNNING.release().claim(LATER);

        assertThat(again.fruitless()).isEqualTo(2);
        assertThat(again.advance(FURTHER).fruitless()).isEqualTo(2);
        assertThat(again.advance(stored).release().fruitless()).isZero();
    }

    @Test
    void isDoneOnceCompleted() {
        Completed completed = RUNNING.complete(LATER);

        assertThat(completed).isEqualTo(new Completed(ORDER, 2, 3, FURTHER.enter(SyncStep.DONE, LATER), LATER));
        assertThat(completed.progress().percentage()).isEqualTo(100);
    }

    static Stream<Active> activeStates() {
        return Stream.of(QUEUED, RUNNING);
    }

    @ParameterizedTest
    @MethodSource("activeStates")
    void keepsHowFarItCameWhenItEndsEarly(Active active) {
        assertThat(active.cancel(LATER)).isEqualTo(CANCELLED);
        assertThat(active.fail(LOST, LATER)).isEqualTo(FAILED);
    }

    @Test
    void keepsItsOrderInEachState() {
        List<Function<SyncRun, Object>> views = List.of(SyncRun::order, SyncRun::id, SyncRun::organization);

        for (SyncRun run : List.of(QUEUED, RUNNING, COMPLETED, FAILED, CANCELLED)) {
            assertThat(views).extracting(view -> view.apply(run)).containsExactly(ORDER, ORDER.id(), ORGANIZATION);
        }
    }
}
