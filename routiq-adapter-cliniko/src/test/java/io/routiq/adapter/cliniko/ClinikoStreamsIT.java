package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.routiq.application.practice.PracticeRecord.AppointmentRecord;
import io.routiq.application.practice.PracticeRecord.AttendeeRecord;
import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.Selection;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClinikoStreamsIT {

    private static final Selection ALL = new Selection.Everything();

    private final Bench bench = Bench.with(230, 1_400);

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource
    void readsEverythingOfEveryStream(SyncStream stream) {
        Bench.Copy copy = bench.read(stream, ALL);

        assertThat(Truth.of(copy.records())).isEqualTo(Truth.of(bench.clinic.practice(), stream));
        assertThat(copy.records()).doesNotHaveDuplicates();
        assertThat(copy.rejected()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readsEverythingInSmallPagesToo(SyncStream stream) {
        bench.readPagesOf(7);

        Bench.Copy copy = bench.read(stream, ALL);

        assertThat(Truth.of(copy.records())).isEqualTo(Truth.of(bench.clinic.practice(), stream));
    }

    @Test
    void announcesHowManyRecordsThereAre() {
        assertThat(bench.read(SyncStream.PATIENTS, ALL).expected()).isEqualTo(230);
    }

    @Test
    void splitsALongStreamIntoFourRanges() {
        RecordPage first = bench.page(SyncStream.APPOINTMENTS, ALL, null);

        assertThat(first.cursors()).hasSize(4);
        assertThat(first.cursors()).allSatisfy(cursor -> assertThat(cursor).hasSizeLessThan(40));
        List<Integer> sizes = first.cursors().stream()
                .map(cursor -> bench.read(new StreamRead(SyncStream.APPOINTMENTS, ALL, cursor))
                        .records()
                        .size())
                .toList();
        assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(250, 400));
    }

    @Test
    void doesNotSplitAShortStream() {
        assertThat(bench.page(SyncStream.PATIENTS, ALL, null).cursors()).hasSize(1);
    }

    @Test
    void resumesACursorInAnotherProcess() {
        RecordPage first = bench.page(SyncStream.PATIENTS, ALL, null);
        bench.cliniko = bench.adapter(settings -> settings);

        Bench.Copy rest = bench.read(
                new StreamRead(SyncStream.PATIENTS, ALL, first.cursors().getFirst()));

        assertThat(rest.records()).hasSize(130);
        assertThat(rest.expected()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatChangedSinceAnInstant(SyncStream stream) {
        Instant since = Bench.NOW.minus(Duration.ofDays(200));
        bench.readPagesOf(20);

        Bench.Copy copy = bench.read(stream, new Selection.ChangedSince(since));

        Map<String, String> changed = Truth.of(bench.clinic.practice(), stream);
        changed.values()
                .removeIf(line ->
                        Instant.parse(line.substring(line.lastIndexOf('@') + 1)).isBefore(since));
        if (stream == SyncStream.PRACTITIONERS) {
            bench.clinic
                    .practice()
                    .records("practitioners/inactive")
                    .forEach(inactive -> changed.remove(inactive.path("id").asString()));
        }
        assertThat(Truth.of(copy.records())).isEqualTo(changed);
    }

    @ParameterizedTest
    @EnumSource(names = {"APPOINTMENTS", "GROUP_APPOINTMENTS"})
    void readsWhatStartsFromAnInstant(SyncStream stream) {
        Instant from = Bench.NOW.minus(Duration.ofDays(30));

        Bench.Copy copy = bench.read(stream, new Selection.StartingFrom(from));

        Map<String, String> starting = Truth.of(bench.clinic.practice(), stream);
        starting.values()
                .removeIf(line ->
                        Instant.parse(line.substring(0, line.indexOf('|'))).isBefore(from));
        assertThat(starting).isNotEmpty();
        assertThat(Truth.of(copy.records())).isEqualTo(starting);
    }

    @ParameterizedTest
    @EnumSource
    void readsRecordsByIdAndLeavesOutTheMissing(SyncStream stream) {
        Map<String, String> truth = Truth.of(bench.clinic.practice(), stream);
        List<String> ids = truth.keySet().stream().limit(60).toList();
        truth.keySet().retainAll(ids);
        List<String> asked = Stream.concat(ids.stream(), Stream.of("1234567")).toList();

        Bench.Copy copy = bench.read(stream, new Selection.WithIds(asked));

        assertThat(Truth.of(copy.records())).isEqualTo(truth);
        assertThat(copy.pages()).isEqualTo(1);
        assertThat(copy.expected()).isEqualTo(ids.size());
    }

    @Test
    void readsTheAttendeesOfClasses() {
        List<String> classes = bench.clinic.practice().classes().ids().stream()
                .map(id -> Long.toString(id))
                .toList();

        Bench.Copy copy = bench.read(SyncStream.ATTENDEES, new Selection.OfClasses(classes));

        Map<String, String> truth = Truth.of(bench.clinic.practice(), SyncStream.ATTENDEES);
        truth.values().removeIf(line -> !classes.contains(line.split("\\|", -1)[2]));
        assertThat(truth).isNotEmpty();
        assertThat(Truth.of(copy.records())).isEqualTo(truth);
    }

    @Test
    void saysWhichAppointmentsAndPlacesAreCancelled() {
        assertThat(bench.read(SyncStream.APPOINTMENTS, ALL).records())
                .anySatisfy(record ->
                        assertThat(((AppointmentRecord) record).cancelledAt()).isNotNull())
                .anySatisfy(record ->
                        assertThat(((AppointmentRecord) record).didNotArrive()).isTrue());
        assertThat(bench.read(SyncStream.ATTENDEES, ALL).records())
                .anySatisfy(record ->
                        assertThat(((AttendeeRecord) record).didNotArrive()).isTrue());
    }

    @Test
    void givesTheSourcesClockAndTheNumberOfRequests() {
        RecordPage page = bench.page(SyncStream.PATIENTS, ALL, null);

        assertThat(page.asOf()).isEqualTo(Bench.NOW);
        assertThat(bench.simulator.journal().entries()).allSatisfy(entry -> {
            assertThat(entry.userAgent()).isEqualTo("Routiq (support@routiq.example.test)");
            assertThat(entry.accept()).isEqualTo("application/json");
            assertThat(entry.query()).contains("q[]=archived_at:*");
        });
    }

    @Test
    void refusesSelectionsAndCursorsThatDoNotExist() {
        var startingPatients = new Selection.StartingFrom(Bench.NOW);
        var tooMany = new Selection.WithIds(Collections.nCopies(101, "5"));
        assertThatIllegalArgumentException().isThrownBy(() -> bench.page(SyncStream.PATIENTS, startingPatients, null));
        assertThatIllegalArgumentException().isThrownBy(() -> bench.page(SyncStream.PATIENTS, tooMany, null));
        assertThatIllegalArgumentException().isThrownBy(() -> bench.page(SyncStream.PATIENTS, ALL, "../users"));
        assertThatIllegalArgumentException().isThrownBy(() -> bench.page(SyncStream.PATIENTS, ALL, "7-i1.2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.page(SyncStream.PATIENTS, new Selection.WithIds(List.of("5 or 6")), null));
    }
}
