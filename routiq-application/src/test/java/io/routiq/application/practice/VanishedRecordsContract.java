package io.routiq.application.practice;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.groupClass;
import static io.routiq.application.practice.Samples.patient;
import static io.routiq.application.practice.Samples.place;
import static io.routiq.application.practice.Samples.type;
import static io.routiq.application.practice.Samples.version;
import static io.routiq.domain.sync.SyncStream.APPOINTMENTS;
import static io.routiq.domain.sync.SyncStream.APPOINTMENT_TYPES;
import static io.routiq.domain.sync.SyncStream.ATTENDEES;
import static io.routiq.domain.sync.SyncStream.GROUP_APPOINTMENTS;
import static io.routiq.domain.sync.SyncStream.PATIENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.Quarantine.Held;
import io.routiq.domain.patient.ActivityStatus;
import io.routiq.domain.sync.Differences;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link PracticeCopy} promises of records that the source has not, or has otherwise. */
public abstract class VanishedRecordsContract extends CopyFixture {

    @Test
    void removesWhatIsGoneAndWhatDependsOnIt() {
        store(
                patient("1001").record(),
                patient("1002").record(),
                appointment("5001", "1001", hours(1)).record(),
                groupClass("6001", hours(2)).record(),
                place("7001", "6001", "1001").record());
        assertThat(summary("1001").upcomingCount()).isEqualTo(2);

        remove(APPOINTMENTS, "5001");
        assertThat(summary("1001").next()).isEqualTo(hours(2));
        remove(GROUP_APPOINTMENTS, "6001");
        assertThat(summary("1001").status()).isEqualTo(ActivityStatus.INACTIVE);
        remove(ATTENDEES, "7001", "7999");
        remove(PATIENTS, "1002");

        assertThat(summaries(ours)).containsOnlyKeys("1001");
    }

    @Test
    void removesAPatientWhoWasMergedIntoAnother() {
        store(patient("1001").mergedInto("1002").record(), patient("1002").record());
        store(appointment("5001", "1001", hours(1)).record());

        remove(PATIENTS, "1001");

        assertThat(missing()).containsExactly("1001");
        assertThat(summary("1002").totalCount()).isZero();
    }

    @Test
    void removesNobodyElsesRecords() {
        store(theirs, List.of(patient("1001").record()));
        store(patient("1001").record());

        remove(PATIENTS, "1001");

        assertThat(summaries(theirs)).containsOnlyKeys("1001");
    }

    @Test
    void setsAsideAPatientWhoIsNamedButNotThere() {
        store(appointment("5001", "1001", hours(1)).record());

        notFound(PATIENTS, NOW, "1001", "1002");
        notFound(PATIENTS, hours(1), "1001");

        assertThat(missing()).isEmpty();
        assertThat(quarantine())
                .containsExactly(
                        new Held(new Quarantine.Key(PATIENTS, "1001"), RejectedRecord.NOT_THERE, NOW, hours(1), 2));

        store(patient("1001").record());
        assertThat(quarantine()).isEmpty();
    }

    @Test
    void letsGoWhatIsNotThereAndNobodyNames() {
        within(ours, () -> {
            ports().quarantine().setAside(ours, APPOINTMENTS, List.of(new RejectedRecord("5001", "odd")), NOW);
            ports().quarantine().setAside(ours, PATIENTS, List.of(new RejectedRecord("1001", "odd")), NOW);
            return 0;
        });

        notFound(APPOINTMENTS, NOW, "5001");
        notFound(PATIENTS, NOW, "1001");

        assertThat(quarantine()).isEmpty();
    }

    @Test
    void keepsCountOfWhoeverIsAskedForInVain() {
        store(appointment("5001", "1001", hours(1)).record());
        notFound(PATIENTS, NOW, "1001");

        within(ours, () -> {
            ports().quarantine().askedInVain(ours, PATIENTS, List.of("1001", "1002"), hours(1));
            ports().quarantine().forgetUnseen(ours, List.of(PATIENTS), hours(2));
            return 0;
        });

        assertThat(quarantine())
                .containsExactly(
                        new Held(new Quarantine.Key(PATIENTS, "1001"), RejectedRecord.NOT_THERE, NOW, hours(1), 2));
    }

    @Test
    void forgetsWhomNoVisitNamesAnyMore() {
        store(appointment("5001", "1001", hours(1)).record());
        notFound(PATIENTS, NOW, "1001");
        remove(APPOINTMENTS, "5001");

        within(ours, () -> {
            ports().quarantine().forgetUnseen(ours, List.of(PATIENTS), hours(2));
            return 0;
        });

        assertThat(quarantine()).isEmpty();
    }

    @Test
    void setsNobodyAsideWhomItHolds() {
        store(patient("1001").record(), appointment("5001", "1001", hours(1)).record());

        notFound(PATIENTS, NOW, "1001");

        assertThat(quarantine()).isEmpty();
    }

    @Test
    void countsWhatDiffersFromTheSource() {
        store(patient("1001").record(), patient("1002").record(), type("301", "Massage"));

        assertThat(compare(PATIENTS, null, patient("1001").record())).isEqualTo(Differences.NONE);
        assertThat(compare(
                        PATIENTS,
                        null,
                        patient("1001").named("Other", "Name").record(),
                        patient("1002").version(1).record(),
                        patient("1003").record()))
                .isEqualTo(new Differences(1, 2, 0));
        assertThat(compare(APPOINTMENT_TYPES, null, type("301", "Physio"))).isEqualTo(new Differences(0, 1, 0));
        assertThat(summary("1001").patient().firstName()).isEqualTo("Alex");
    }

    @Test
    void countsNoNewsAsADifference() {
        store(patient("1001").record());

        assertThat(compare(
                        PATIENTS,
                        version(5),
                        patient("1001").version(5).record(),
                        patient("1002").version(6).record()))
                .isEqualTo(Differences.NONE);
        assertThat(compare(PATIENTS, version(5), patient("1001").version(4).record()))
                .isEqualTo(new Differences(0, 1, 0));
    }

    private void remove(SyncStream stream, String... ids) {
        within(ours, () -> {
            ports().copy().remove(ours, stream, List.of(ids));
            return ids;
        });
    }

    private void notFound(SyncStream stream, Instant at, String... ids) {
        within(ours, () -> {
            ports().copy().notFound(ours, stream, List.of(ids), at);
            return ids;
        });
    }

    private Differences compare(SyncStream stream, @Nullable Instant asOf, PracticeRecord... records) {
        return within(ours, () -> ports().copy().compare(ours, stream, List.of(records), asOf));
    }

    private List<Held> quarantine() {
        return within(ours, () -> ports().quarantine().list(ours, null, 10));
    }
}
