package io.routiq.application.patient;

import static io.routiq.application.practice.Samples.CREATED;
import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.groupClass;
import static io.routiq.application.practice.Samples.patient;
import static io.routiq.application.practice.Samples.place;
import static io.routiq.application.practice.Samples.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.CopyFixture;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.PracticeRecord.LocationRecord;
import io.routiq.application.practice.PracticeRecord.PractitionerRecord;
import io.routiq.application.practice.Samples;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.Appointment;
import io.routiq.domain.patient.Appointment.Standing;
import io.routiq.domain.patient.AppointmentId;
import io.routiq.domain.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link PatientVisits} promise. */
public abstract class PatientVisitsContract extends CopyFixture {

    private static final PatientId ALEX = new PatientId("1001");

    @Test
    void showsAllThatIsKnownOfAVisit() {
        storeNames();
        store(
                patient("1001").record(),
                described(appointment("5001", "1001", hours(-5))).record());

        assertThat(history(ours, "1001")).contains(List.of(described("5001", hours(-5))));
        assertThat(around("1001")).containsExactly(described("5001", hours(-5)));
    }

    @Test
    void showsAPlaceInAClassLikeAnAppointment() {
        storeNames();
        store(
                patient("1001").record(),
                described(groupClass("6001", hours(5))).record(),
                place("7001", "6001", "1001").record());

        assertThat(history(ours, "1001")).contains(List.of(described("7001", hours(5))));
        assertThat(around("1001")).containsExactly(described("7001", hours(5)));
    }

    @Test
    void leavesOutNamesThatAreNotKnown() {
        store(
                patient("1001").record(),
                described(appointment("5001", "1001", hours(-5))).record());

        assertThat(around("1001")).singleElement().satisfies(visit -> {
            assertThat(visit.type()).isNull();
            assertThat(visit.practitioner()).isNull();
            assertThat(visit.location()).isNull();
        });
    }

    @Test
    void knowsHowEveryVisitStands() {
        store(
                patient("1001").record(),
                appointment("5001", "1001", hours(-1)).record(),
                appointment("5002", "1001", hours(-2)).didNotArrive().record(),
                appointment("5003", "1001", hours(-3))
                        .didNotArrive()
                        .cancelled()
                        .record(),
                appointment("5004", "1001", hours(-4)).cancelled().archived().record(),
                appointment("5005", "1001", hours(-5)).archived().deleted().record(),
                groupClass("6001", hours(6)).record(),
                place("7001", "6001", "1001").record(),
                place("7002", "6001", "1001").didNotArrive().record(),
                place("7003", "6001", "1001").didNotArrive().cancelled().record(),
                place("7004", "6001", "1001").cancelled().archived().record(),
                groupClass("6002", hours(7)).archived().record(),
                place("7005", "6002", "1001").cancelled().record(),
                groupClass("6003", hours(8)).deleted().record(),
                place("7006", "6003", "1001").archived().record());

        assertThat(history(ours, "1001").orElseThrow())
                .extracting(visit ->
                        visit.appointment().id() + " " + visit.appointment().standing())
                .containsExactlyInAnyOrder(
                        "5001 BOOKED",
                        "5002 DID_NOT_ARRIVE",
                        "5003 CANCELLED",
                        "5004 ARCHIVED",
                        "5005 DELETED",
                        "7001 BOOKED",
                        "7002 DID_NOT_ARRIVE",
                        "7003 CANCELLED",
                        "7004 ARCHIVED",
                        "7005 ARCHIVED",
                        "7006 DELETED");
    }

    @Test
    void tellsNoVisitsFromNoPatient() {
        store(
                patient("1001").record(),
                patient("1002").mergedInto("1001").record(),
                patient("1003").archived().record(),
                appointment("5001", "1004", hours(1)).record());

        assertThat(history(ours, "1001")).contains(List.of());
        assertThat(history(ours, "1002")).isEmpty();
        assertThat(history(ours, "1003")).contains(List.of());
        assertThat(history(ours, "1004")).isEmpty();
    }

    @Test
    void bringsEachPatientsNearestTwentyAndTheirNotes() {
        List<PracticeRecord> records = new ArrayList<>();
        for (String id : List.of("1001", "1002", "1003")) {
            records.add(patient(id).record());
            for (int number = 1; number <= 25; number++) {
                String visit = id + number;
                records.add(appointment("5" + visit, id, hours(-number)).record());
                records.add(groupClass("6" + visit, hours(number)).record());
                records.add(place("7" + visit, "6" + visit, id).record());
            }
            records.add(
                    appointment("8" + id, id, hours(-24 * 90)).noted("of " + id).record());
        }
        store(ours, records);

        List<Visit> visits = around("1001", "1003");

        assertThat(visits).extracting(Visit::patient).doesNotContain(new PatientId("1002"));
        for (String id : List.of("1001", "1003")) {
            Agenda agenda = agenda(visits, id);
            assertThat(agenda.recent()).hasSize(20);
            assertThat(id(agenda.recent().getFirst())).isEqualTo("5" + id + 20);
            assertThat(id(agenda.recent().getLast())).isEqualTo("5" + id + 1);
            assertThat(agenda.upcoming()).hasSize(20);
            assertThat(id(agenda.upcoming().getFirst())).isEqualTo("7" + id + 1);
            assertThat(id(agenda.upcoming().getLast())).isEqualTo("7" + id + 20);
            assertThat(agenda.notes()).contains("of " + id);
        }
    }

    @Test
    void bringsNothingForNobody() {
        assertThat(around()).isEmpty();
        assertThat(around("1001")).isEmpty();
    }

    @Test
    void countsVisitsOfActivePatientsThatAreListed() {
        store(
                patient("1001").record(),
                patient("1002").record(),
                patient("1003").record());
        store(
                patient("1004").archived().record(),
                patient("1005").mergedInto("1009").record());
        store(
                appointment("5001", "1001", hours(-1)).record(),
                appointment("5002", "1001", hours(-24 * 90)).record(),
                groupClass("6001", hours(3)).record(),
                place("7001", "6001", "1002").record(),
                appointment("5003", "1002", hours(-3)).cancelled().record(),
                appointment("5004", "1003", hours(-24 * 90)).record(),
                appointment("5005", "1004", hours(-1)).record(),
                appointment("5006", "1005", hours(-1)).record(),
                appointment("5007", "1009", hours(-1)).record());

        assertThat(figures(ours)).isEqualTo(new ActivityFigures(2, 1, 1, 1, 1, 3));
    }

    @Test
    void keepsOrganizationsApart() {
        store(
                patient("1001").record(),
                appointment("5001", "1001", hours(-1)).noted("ours").record());
        storeNames();
        store(
                theirs,
                List.of(
                        patient("1001").record(),
                        appointment("5001", "1001", hours(-2)).ofType("301").record()));

        assertThat(history(theirs, "1001").orElseThrow()).singleElement().satisfies(visit -> {
            assertThat(visit.appointment().startsAt()).isEqualTo(hours(-2));
            assertThat(visit.type()).isNull();
            assertThat(visit.notes()).isNull();
        });
        assertThat(figures(theirs).totalVisits()).isEqualTo(1);
        assertThat(history(theirs, "1002")).isEmpty();
    }

    private static <R extends PracticeRecord> Samples.Booking<R> described(Samples.Booking<R> booking) {
        return booking.ofType("301").by("401").in("501").noted("left knee");
    }

    private static Visit described(String id, Instant start) {
        return new Visit(
                ALEX,
                new Appointment(new AppointmentId(id), start, Standing.BOOKED),
                start.plus(Duration.ofMinutes(45)),
                "Massage",
                "Dr Pat Sample",
                "Main Street",
                "left knee");
    }

    private void storeNames() {
        store(
                type("301", "Massage"),
                new PractitionerRecord("401", "Dr Pat Sample", CREATED),
                new LocationRecord("501", "Main Street", null, CREATED));
    }

    private Optional<List<Visit>> history(OrganizationId organization, String id) {
        return within(organization, () -> ports().visits().history(organization, new PatientId(id)));
    }

    private List<Visit> around(String... ids) {
        List<PatientId> patients = List.of(ids).stream().map(PatientId::new).toList();
        return within(ours, () -> ports().visits().around(ours, patients, ActivityWindow.DEFAULT, NOW));
    }

    private static String id(Visit visit) {
        return visit.appointment().id().value();
    }

    private static Agenda agenda(List<Visit> visits, String id) {
        List<Visit> own = visits.stream()
                .filter(visit -> visit.patient().value().equals(id))
                .toList();
        return Agenda.of(own, ActivityWindow.DEFAULT, NOW);
    }

    private ActivityFigures figures(OrganizationId organization) {
        return within(organization, () -> ports().visits().figures(organization, ActivityWindow.DEFAULT, NOW));
    }
}
