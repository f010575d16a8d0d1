package io.routiq.application.practice;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.groupClass;
import static io.routiq.application.practice.Samples.patient;
import static io.routiq.application.practice.Samples.place;
import static io.routiq.domain.patient.ActivityStatus.INACTIVE;
import static io.routiq.domain.patient.ActivityStatus.RECENTLY_ACTIVE;
import static io.routiq.domain.patient.ActivityStatus.UPCOMING_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.patient.PatientFilter;
import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientSort;
import io.routiq.application.patient.PatientSummary;
import io.routiq.application.patient.SampleFilter;
import io.routiq.application.practice.PracticeRecord.AppointmentRecord;
import io.routiq.application.practice.PracticeRecord.AttendeeRecord;
import io.routiq.application.practice.PracticeRecord.ClassRecord;
import io.routiq.application.practice.Samples.Booking;
import io.routiq.domain.patient.ActivityStatus;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link PracticeCopy} promises of patients' activity: it is in step with the records, however these came. */
public abstract class LatestActivityContract extends CopyFixture {

    @Test
    void knowsNoActivityOfAPatientWithoutVisits() {
        store(patient("1001").record());

        assertActivity("1001", INACTIVE, 0);
    }

    @Test
    void countsAVisitThatCameBeforeItsPatient() {
        store(appointment("5001", "1001", hours(-1)).record());
        store(patient("1001").record());

        assertActivity("1001", RECENTLY_ACTIVE, 1);
    }

    @Test
    void countsAVisitThatCameAfterItsPatient() {
        store(patient("1001").record());
        store(appointment("5001", "1001", hours(-1)).record());

        assertActivity("1001", RECENTLY_ACTIVE, 1);
    }

    @Test
    void countsAPlaceThatCameBeforeItsClass() {
        store(patient("1001").record());
        store(place("7001", "6001", "1001").record());
        assertActivity("1001", INACTIVE, 0);

        store(groupClass("6001", hours(1)).record());

        assertActivity("1001", UPCOMING_ONLY, 1);
    }

    @Test
    void countsAPlaceThatCameAfterItsClass() {
        store(patient("1001").record(), groupClass("6001", hours(1)).record());
        store(place("7001", "6001", "1001").record());

        assertActivity("1001", UPCOMING_ONLY, 1);
    }

    static Stream<UnaryOperator<Booking<AppointmentRecord>>> standingsOfAppointments() {
        return Stream.of(Booking::cancelled, Booking::archived, Booking::deleted, Booking::didNotArrive);
    }

    @ParameterizedTest
    @MethodSource("standingsOfAppointments")
    void countsNoAppointmentThatDoesNotStand(UnaryOperator<Booking<AppointmentRecord>> standing) {
        store(patient("1001").record());
        store(appointment("5001", "1001", hours(-1)).version(1).record());

        store(standing.apply(appointment("5001", "1001", hours(-1)).version(2)).record());
        assertActivity("1001", INACTIVE, 0);

        store(appointment("5001", "1001", hours(-1)).version(3).record());
        assertActivity("1001", RECENTLY_ACTIVE, 1);
    }

    static Stream<UnaryOperator<Booking<AttendeeRecord>>> standingsOfPlaces() {
        return Stream.of(Booking::cancelled, Booking::archived, Booking::deleted, Booking::didNotArrive);
    }

    @ParameterizedTest
    @MethodSource("standingsOfPlaces")
    void countsNoPlaceThatDoesNotStand(UnaryOperator<Booking<AttendeeRecord>> standing) {
        store(patient("1001").record(), groupClass("6001", hours(-1)).record());
        store(place("7001", "6001", "1001").version(1).record());

        store(standing.apply(place("7001", "6001", "1001").version(2)).record());
        assertActivity("1001", INACTIVE, 0);

        store(place("7001", "6001", "1001").version(3).record());
        assertActivity("1001", RECENTLY_ACTIVE, 1);
    }

    static Stream<UnaryOperator<Booking<ClassRecord>>> standingsOfClasses() {
        return Stream.of(Booking::archived, Booking::deleted);
    }

    @ParameterizedTest
    @MethodSource("standingsOfClasses")
    void countsNoPlaceInAClassThatDoesNotStand(UnaryOperator<Booking<ClassRecord>> standing) {
        store(patient("1001").record(), patient("1002").record());
        store(
                place("7001", "6001", "1001").record(),
                place("7002", "6001", "1002").record());
        store(groupClass("6001", hours(-1)).version(1).record());

        store(standing.apply(groupClass("6001", hours(-1)).version(2)).record());
        assertActivity("1001", INACTIVE, 0);
        assertActivity("1002", INACTIVE, 0);

        store(groupClass("6001", hours(-1)).version(3).record());
        assertActivity("1001", RECENTLY_ACTIVE, 1);
        assertActivity("1002", RECENTLY_ACTIVE, 1);
    }

    @Test
    void movesAnAppointmentToAnotherPatient() {
        store(patient("1001").record(), patient("1002").record());
        store(appointment("5001", "1001", hours(1)).version(1).record());

        store(appointment("5001", "1002", hours(1)).version(2).record());

        assertActivity("1001", INACTIVE, 0);
        assertActivity("1002", UPCOMING_ONLY, 1);
    }

    @Test
    void takesAnAppointmentAwayFromItsPatient() {
        store(patient("1001").record());
        store(appointment("5001", "1001", hours(1)).version(1).record());

        store(appointment("5001", null, hours(1)).version(2).record());

        assertActivity("1001", INACTIVE, 0);
    }

    @Test
    void movesAPlaceToAnotherPatientAndClass() {
        store(patient("1001").record(), patient("1002").record());
        store(
                groupClass("6001", hours(1)).record(),
                groupClass("6002", hours(-1)).record());
        store(place("7001", "6001", "1001").version(1).record());

        store(place("7001", "6002", "1002").version(2).record());

        assertActivity("1001", INACTIVE, 0);
        assertActivity("1002", RECENTLY_ACTIVE, 1);
    }

    @Test
    void followsAnAppointmentThatIsRescheduledBackAndForth() {
        store(patient("1001").record());
        store(appointment("5001", "1001", hours(1)).version(1).record());
        store(appointment("5001", "1001", hours(-9000)).version(2).record());
        assertActivity("1001", INACTIVE, 1);

        store(appointment("5001", "1001", hours(-2)).version(3).record());

        assertActivity("1001", RECENTLY_ACTIVE, 1);
    }

    @Test
    void followsAClassThatIsRescheduledForAllItsPlaces() {
        store(patient("1001").record(), patient("1002").record());
        store(groupClass("6001", hours(1)).version(1).record());
        store(
                place("7001", "6001", "1001").record(),
                place("7002", "6001", "1002").record());

        store(groupClass("6001", hours(-2)).version(2).record());

        assertActivity("1001", RECENTLY_ACTIVE, 1);
        assertActivity("1002", RECENTLY_ACTIVE, 1);
    }

    @Test
    void fallsBackToTheLatestVisitThatIsLeft() {
        store(patient("1001").record());
        store(
                appointment("5001", "1001", hours(-30)).record(),
                appointment("5002", "1001", hours(9)).version(1).record());

        store(appointment("5002", "1001", hours(9)).cancelled().version(2).record());

        assertActivity("1001", RECENTLY_ACTIVE, 1);
        assertThat(summary("1001").last()).isEqualTo(hours(-30));
    }

    @Test
    void countsAnIndividualAppointmentOnceDespiteItsAttendee() {
        store(patient("1001").record());
        store(appointment("5001", "1001", hours(-1)).record());
        store(place("7001", "5001", "1001").record());

        assertActivity("1001", RECENTLY_ACTIVE, 1);
    }

    @Test
    void countsItOnceEvenIfTheAttendeeCameFirst() {
        store(patient("1001").record());
        store(place("7001", "5001", "1001").record());
        store(appointment("5001", "1001", hours(-1)).record());

        assertActivity("1001", RECENTLY_ACTIVE, 1);
    }

    private void assertActivity(String id, ActivityStatus status, int visits) {
        PatientSummary summary = summary(id);
        assertThat(summary.status()).as("status of %s", id).isEqualTo(status);
        assertThat(summary.totalCount()).as("visits of %s", id).isEqualTo(visits);
        PatientFilter active = SampleFilter.anybody().found(id).active().filter();
        PatientQuery query = query(active, new PatientSort(PatientSort.Key.LAST_ACTIVITY, true));
        assertThat(list(ours, query).totalCount()).as("listed as active").isEqualTo(status.isActive() ? 1 : 0);
    }
}
