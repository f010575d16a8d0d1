package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.cliniko.simulator.Choice;
import io.routiq.adapter.cliniko.simulator.RequestMatch;
import io.routiq.adapter.cliniko.simulator.Switch;
import io.routiq.application.practice.Selection;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Cliniko turns out to do where nobody knows, the copy equals the source. */
class ClinikoSwitchesIT {

    private static final Selection ALL = new Selection.Everything();

    private final Bench bench = Bench.with(60, 240);

    static Stream<Arguments> everyChoice() {
        return Arrays.stream(Switch.values())
                .flatMap(each -> each.choices().stream().map(choice -> Arguments.of(each, choice)));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @MethodSource("everyChoice")
    void readsEverythingWhileTheClinicWorks(Switch what, Choice choice) {
        bench.simulator.switches().set(what, choice);
        bench.readPagesOf(10);
        work();

        for (SyncStream stream : SyncStream.values()) {
            Map<String, String> truth = Truth.of(bench.clinic.practice(), stream);
            Bench.Copy copy = bench.read(stream, ALL);
            assertThat(copy.latest().keySet()).as("%s", stream).containsAll(truth.keySet());
            assertThat(copy.expected())
                    .isLessThanOrEqualTo(copy.records().size() + copy.rejected().size());
        }
        assertThat(bench.simulator.journal().countsByStatus()).doesNotContainKey(429);
    }

    @ParameterizedTest
    @MethodSource("everyChoice")
    void bringsACopyUpToDateFromWhatChanged(Switch what, Choice choice) {
        bench.simulator.switches().set(what, choice);
        bench.readPagesOf(10);
        Map<String, String> before =
                Truth.of(bench.read(SyncStream.PATIENTS, ALL).records());
        bench.clock.advance(Duration.ofHours(2));
        var patients = bench.clinic.practice().patients();
        patients.touchMany(25);
        List<Long> ids = patients.ids();
        patients.rename(ids.getLast(), "Orla", "Testdale");
        patients.contact(ids.get(30), "orla@example.test", null);
        bench.clock.advance(Duration.ofSeconds(1));
        long created = patients.create("Nia", "Sampleton");

        Bench.Copy changes =
                bench.read(SyncStream.PATIENTS, new Selection.ChangedSince(Bench.NOW.plus(Duration.ofHours(1))));

        before.putAll(Truth.of(changes.latest().values()));
        assertThat(changes.records()).hasSize(28);
        assertThat(before)
                .containsKey(Long.toString(created))
                .isEqualTo(Truth.of(bench.clinic.practice(), SyncStream.PATIENTS));
    }

    @ParameterizedTest
    @MethodSource("everyChoice")
    void readsKnownRecordsOneWayOrAnother(Switch what, Choice choice) {
        bench.simulator.switches().set(what, choice);
        Map<String, String> truth = Truth.of(bench.clinic.practice(), SyncStream.APPOINTMENTS);
        List<String> ids = truth.keySet().stream().skip(20).limit(35).toList();
        truth.keySet().retainAll(ids);
        List<String> classes = bench.clinic.practice().classes().ids().stream()
                .map(id -> Long.toString(id))
                .toList();
        Map<String, String> places = Truth.of(bench.clinic.practice(), SyncStream.ATTENDEES);
        places.values().removeIf(line -> !classes.contains(line.split("\\|", -1)[2]));

        assertThat(Truth.of(bench.read(SyncStream.APPOINTMENTS, new Selection.WithIds(ids))
                        .records()))
                .isEqualTo(truth);
        assertThat(Truth.of(bench.read(SyncStream.ATTENDEES, new Selection.OfClasses(classes))
                        .records()))
                .isEqualTo(places);
    }

    /** Between any two pages something happens; what exists throughout must be read all the same. */
    private void work() {
        var practice = bench.clinic.practice();
        List<Long> patients = practice.patients().ids();
        List<Long> appointments = practice.appointments().ids();
        bench.simulator
                .script()
                .after(
                        2,
                        RequestMatch.path("/patients"),
                        () -> practice.patients().archive(patients.get(3)))
                .after(3, RequestMatch.path("/patients"), () -> {
                    practice.patients().merge(patients.get(8), patients.get(9));
                    practice.patients().create("Nia", "Sampleton");
                    practice.patients().touchMany(30);
                })
                .after(2, RequestMatch.path("/individual_appointments"), () -> {
                    appointments.subList(0, 15).forEach(practice.appointments()::cancel);
                    practice.appointments().rescheduleMany(60, Duration.ofDays(2));
                    practice.appointments().create(patients.getFirst(), Bench.NOW.plus(Duration.ofDays(1)));
                });
    }
}
