package io.routiq.application.practice;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.groupClass;
import static io.routiq.application.practice.Samples.patient;
import static io.routiq.application.practice.Samples.place;
import static io.routiq.application.practice.Samples.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Transactions;
import io.routiq.application.patient.PatientStats;
import io.routiq.application.patient.PatientSummary;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.patient.ActivityStatus;
import io.routiq.domain.sync.SyncStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link PracticeCopy} promises, seen through the patients that are read from it. */
public abstract class PracticeCopyContract extends CopyFixture {

    @Test
    void keepsAPatientAsItIs() {
        PracticeRecord.PatientRecord record = patient("9223372036854775807")
                .named("Zoë", "O'Ängström")
                .email("zoe@example.test")
                .phone("+61491570156")
                .createdAt(hours(-9000))
                .version(5)
                .record();

        store(record);

        assertThat(summary("9223372036854775807").patient()).isEqualTo(record.patient());
    }

    @Test
    void keepsAPatientOfWhomHardlyAnythingIsKnown() {
        PracticeRecord.PatientRecord record =
                patient("1001").named(null, null).archived().record();

        store(record);

        assertThat(summary("1001").patient()).isEqualTo(record.patient());
    }

    @Test
    void changesNothingWhenTheSameRecordsComeAgain() {
        PracticeRecord[] records = {
            patient("1001").record(),
            type("301", "Massage"),
            appointment("5001", "1001", hours(-5)).ofType("301").record(),
            groupClass("6001", hours(5)).record(),
            place("7001", "6001", "1001").record(),
        };
        store(records);
        PatientSummary before = summary("1001");

        store(records);

        assertThat(summary("1001")).isEqualTo(before);
        assertThat(before.totalCount()).isEqualTo(2);
    }

    @Test
    void takesNothingToStoreEasily() {
        store();

        assertThat(summaries(ours)).isEmpty();
    }

    /** Of each kind an older and a newer version, which patient 1001's summary tells apart. */
    static Stream<List<PracticeRecord>> versions() {
        return Stream.of(
                List.of(
                        patient("1001").named("Old", "Name").version(1).record(),
                        patient("1001").named("New", "Name").version(2).record()),
                List.of(
                        appointment("5001", "1001", hours(-7)).version(1).record(),
                        appointment("5001", "1001", hours(7)).version(2).record()),
                List.of(
                        groupClass("6001", hours(-8)).version(1).record(),
                        groupClass("6001", hours(8)).version(2).record()),
                List.of(
                        place("7001", "6001", "1001").version(1).record(),
                        place("7001", "6001", "1001").cancelled().version(2).record()),
                List.of(
                        type("301", "Old type"),
                        new PracticeRecord.AppointmentTypeRecord("301", "New type", null, Samples.version(2))));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void neverLetsAnOlderVersionReplaceANewerOne(List<PracticeRecord> versions) {
        storeSomethingOfEach();
        store(versions.getLast());
        PatientSummary newest = summary("1001");

        store(versions.getFirst());

        assertThat(summary("1001")).isEqualTo(newest);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void letsANewerVersionReplaceAnOlderOne(List<PracticeRecord> versions) {
        storeSomethingOfEach();
        store(versions.getFirst());
        PatientSummary old = summary("1001");

        store(versions.getLast());

        assertThat(summary("1001")).isNotEqualTo(old);
    }

    private void storeSomethingOfEach() {
        store(
                patient("1001").record(),
                type("301", "Massage"),
                appointment("5001", "1001", hours(-1)).ofType("301").record(),
                appointment("5002", "1001", hours(-2)).ofType("301").record(),
                groupClass("6001", hours(9)).record(),
                place("7001", "6001", "1001").record());
    }

    /** Versions are whole seconds, and a record may change twice within one. */
    @Test
    void takesAnotherChangeWithinTheSameSecond() {
        store(patient("1001").named("First", "Try").version(1).record());
        store(patient("1001").named("Second", "Try").version(1).record());

        assertThat(summary("1001").patient().firstName()).isEqualTo("Second");
    }

    @Test
    void takesAnArchivedPatientBack() {
        store(patient("1001").archived().version(1).record());
        store(patient("1001").version(2).record());

        assertThat(summary("1001").patient().archivedAt()).isNull();
        assertThat(stats(ours).total()).isEqualTo(1);
    }

    @Test
    void findsPatientsWhomAppointmentsNameButWeDoNotHold() {
        store(
                patient("1002").record(),
                appointment("5001", "1003", hours(1)).record(),
                appointment("5002", "1003", hours(2)).record(),
                appointment("5003", "1002", hours(3)).record(),
                appointment("5004", "1001", hours(-9999)).cancelled().record(),
                appointment("5005", null, hours(4)).record());

        assertThat(missing()).containsExactly("1001", "1003");

        store(patient("1001").archived().record());
        assertThat(missing()).containsExactly("1003");
    }

    @Test
    void findsMissingPatientsWhomPlacesName() {
        store(place("7001", "6001", "1001").record());
        store(groupClass("6001", hours(1)).record());

        assertThat(missing()).containsExactly("1001");
    }

    @Test
    void namesNoMoreMissingPatientsThanWanted() {
        store(
                ours,
                IntStream.rangeClosed(1000, 1024)
                        .<PracticeRecord>mapToObj(n -> appointment("5" + n, Integer.toString(n), hours(1))
                                .record())
                        .toList());

        assertThat(missing(ours, 10)).hasSize(10).startsWith("1000", "1001").isSorted();
    }

    @Test
    void forgetsEverythingWhenCleared() {
        storeSomethingOfEach();
        store(appointment("5009", "1999", hours(1)).record());
        Transactions transactions = ports().transactions();
        transactions.within(ours, () -> {
            ports().watermarks().save(ours, Map.of(SyncStream.PATIENTS, new Watermark(NOW, null)));
            ports().quarantine()
                    .setAside(ours, SyncStream.PATIENTS, List.of(new RejectedRecord("1", "created_at")), NOW);
        });

        clear();

        assertThat(summaries(ours)).isEmpty();
        assertThat(stats(ours)).isEqualTo(new PatientStats(0, 0, 0, 0));
        assertThat(missing()).isEmpty();
        assertThat(within(ours, () -> ports().watermarks().all(ours))).isEmpty();
    }

    @Test
    void startsAfreshAfterClearing() {
        store(patient("1001").named("Old", "Account").version(9).record());
        clear();

        store(patient("1001").named("New", "Account").version(1).record());

        assertThat(summary("1001").patient().firstName()).isEqualTo("New");
    }

    @Test
    void keepsOrganizationsApart() {
        store(ours, List.of(patient("1001").named("Our", "Patient").record()));
        store(ours, List.of(appointment("5001", "1001", hours(1)).version(1).record()));
        store(theirs, List.of(patient("1001").named("Their", "Patient").record()));
        store(
                theirs,
                List.of(
                        appointment("5001", "1001", hours(-1)).version(2).record(),
                        appointment("5002", "1009", hours(-1)).record()));

        assertThat(summary("1001").status()).isEqualTo(ActivityStatus.UPCOMING_ONLY);
        assertThat(summary("1001").patient().firstName()).isEqualTo("Our");
        assertThat(missing()).isEmpty();

        clear();

        assertThat(summaries(theirs).get("1001"))
                .extracting(PatientSummary::status)
                .isEqualTo(ActivityStatus.RECENTLY_ACTIVE);
        assertThat(missing(theirs, 10)).containsExactly("1009");
    }

    private void clear() {
        ports().transactions().within(ours, () -> ports().copy().clear(ours));
    }
}
