package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.cliniko.simulator.Choice;
import io.routiq.adapter.cliniko.simulator.RequestMatch;
import io.routiq.adapter.cliniko.simulator.Switch;
import io.routiq.application.practice.Selection;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClinikoMovingPagesIT {

    private static final Selection ALL = new Selection.Everything();
    private static final Instant LATER = Bench.NOW.plus(Duration.ofHours(1));
    private static final RequestMatch PATIENTS = RequestMatch.path("/patients");

    private final Bench bench = Bench.with(700, 700);

    static Stream<Arguments> orders() {
        return Switch.SORT_BY_ID.choices().stream()
                .flatMap(byId -> Switch.TIES.choices().stream().map(ties -> Arguments.of(byId, ties)));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsFiveHundredChangesOfOneSecond(Choice byId, Choice ties) {
        bench.simulator.switches().set(Switch.SORT_BY_ID, byId).set(Switch.TIES, ties);
        bench.clock.freezeAt(LATER);
        bench.clinic.practice().patients().touchMany(500);
        bench.clock.advance(Duration.ofSeconds(1));
        bench.clinic
                .practice()
                .patients()
                .touch(bench.clinic.practice().patients().ids().getLast());

        Bench.Copy changes = bench.read(SyncStream.PATIENTS, new Selection.ChangedSince(LATER));

        assertThat(changes.latest()).hasSize(501);
        assertThat(changes.records()).hasSize(501);
        assertThat(changes.pages()).isLessThan(byId == Choice.HONOURED ? 10 : 45);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsRecordsThatLeaveTheirSecondWhileItIsRead(Choice byId, Choice ties) {
        bench.simulator.switches().set(Switch.SORT_BY_ID, byId).set(Switch.TIES, ties);
        bench.clock.freezeAt(LATER);
        var patients = bench.clinic.practice().patients();
        patients.touchMany(400);
        bench.clock.advance(Duration.ofSeconds(30));
        bench.simulator
                .script()
                .after(2, PATIENTS, () -> patients.touchMany(130))
                .after(4, PATIENTS, () -> patients.ids().subList(390, 400).forEach(patients::touch));

        Bench.Copy changes = bench.read(SyncStream.PATIENTS, new Selection.ChangedSince(LATER));

        assertThat(changes.latest()).hasSize(400);
        assertThat(Truth.of(changes.latest().values())).isEqualTo(truthOf(changes));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsOldRecordsThatWereMadeInOneSecond(Choice byId, Choice ties) {
        bench.simulator.switches().set(Switch.SORT_BY_ID, byId).set(Switch.TIES, ties);
        for (int i = 0; i < 350; i++) {
            bench.clinic.practice().patients().create("Imported", "Person " + i);
        }

        Bench.Copy copy = bench.read(SyncStream.PATIENTS, ALL);

        assertThat(copy.latest().keySet())
                .isEqualTo(
                        Truth.of(bench.clinic.practice(), SyncStream.PATIENTS).keySet());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsRecordsWhoseIdsDoNotFollowTheirCreation(Choice byId, Choice ties) {
        bench.simulator
                .switches()
                .set(Switch.SORT_BY_ID, byId)
                .set(Switch.TIES, ties)
                .set(Switch.NEW_IDS, Choice.SCATTERED);
        for (int i = 0; i < 120; i++) {
            bench.clock.advance(Duration.ofSeconds(1));
            bench.clinic.practice().patients().create("Later", "Person " + i);
        }

        Bench.Copy copy = bench.read(SyncStream.PATIENTS, ALL);

        assertThat(copy.records()).hasSize(820);
        assertThat(Truth.of(copy.records())).isEqualTo(Truth.of(bench.clinic.practice(), SyncStream.PATIENTS));
    }

    @Test
    void remembersThatSortingByIdIsNotHonoured() {
        bench.simulator.switches().set(Switch.SORT_BY_ID, Choice.REFUSED);
        bench.read(SyncStream.PATIENTS, ALL);
        bench.simulator.journal().clear();

        bench.read(SyncStream.APPOINTMENTS, ALL);

        assertThat(bench.simulator.journal().countsByStatus()).containsOnlyKeys(200);
    }

    @Test
    void asksForNoMoreThanItNeeds() {
        bench.read(SyncStream.PATIENTS, ALL);

        // Seven pages and, once, the question whether the order can be relied on.
        assertThat(bench.simulator.journal().count()).isEqualTo(8);
    }

    @Test
    void readsNothingTwiceWhereRecordsShareASecond() {
        bench.clock.freezeAt(LATER);
        bench.clinic.practice().patients().touchMany(150);
        bench.clock.advance(Duration.ofSeconds(1));
        bench.clinic.practice().patients().touchMany(90);

        Bench.Copy changes = bench.read(SyncStream.PATIENTS, new Selection.ChangedSince(LATER));

        assertThat(changes.records()).hasSize(150).doesNotHaveDuplicates();
        assertThat(changes.expected()).isEqualTo(150);
    }

    @Test
    void losesNothingWhenTheRateLimitInterruptsAWalk() {
        bench.cliniko = bench.adapter(settings -> settings.withRate(new ClinikoSettings.Rate(5, 4)));

        Bench.Copy copy = bench.read(SyncStream.APPOINTMENTS, ALL);

        assertThat(Truth.of(copy.records())).isEqualTo(Truth.of(bench.clinic.practice(), SyncStream.APPOINTMENTS));
    }

    private Map<String, String> truthOf(Bench.Copy changes) {
        Map<String, String> truth = Truth.of(bench.clinic.practice(), SyncStream.PATIENTS);
        truth.keySet().retainAll(changes.latest().keySet());
        return truth;
    }
}
