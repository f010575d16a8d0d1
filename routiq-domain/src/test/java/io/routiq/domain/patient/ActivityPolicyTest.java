package io.routiq.domain.patient;

import static io.routiq.domain.patient.Appointment.Standing.BOOKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.domain.patient.Appointment.Standing;
import io.routiq.domain.patient.PatientActivity.Ignored;
import io.routiq.domain.patient.PatientActivity.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Window of 30 days back, and 7 ahead where a test says so. */
class ActivityPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");
    private static final ActivityPolicy POLICY = new ActivityPolicy(ActivityWindow.DEFAULT);
    private static final ActivityPolicy LIMITED = new ActivityPolicy(new ActivityWindow(30, OptionalInt.of(7)));

    @Test
    void findsNothingWithoutAppointments() {
        assertThat(POLICY.assess(List.of(), NOW))
                .isEqualTo(new PatientActivity(
                        ActivityStatus.INACTIVE,
                        0,
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "-365, 0, INACTIVE, INACTIVE",
        "-30, -1, INACTIVE, INACTIVE",
        "-30, 0, RECENTLY_ACTIVE, RECENTLY_ACTIVE",
        "-30, 1, RECENTLY_ACTIVE, RECENTLY_ACTIVE",
        "0, -1, RECENTLY_ACTIVE, RECENTLY_ACTIVE",
        "0, 0, RECENTLY_ACTIVE, RECENTLY_ACTIVE",
        "0, 1, UPCOMING_ONLY, UPCOMING_ONLY",
        "7, -1, UPCOMING_ONLY, UPCOMING_ONLY",
        "7, 0, UPCOMING_ONLY, UPCOMING_ONLY",
        "7, 1, UPCOMING_ONLY, INACTIVE",
        "3650, 0, UPCOMING_ONLY, INACTIVE",
    })
    void countsBothEdgesOfTheWindow(int days, int nanos, ActivityStatus unlimited, ActivityStatus limited) {
        List<Appointment> visits = List.of(booked("1", days(days).plusNanos(nanos)));

        assertThat(POLICY.assess(visits, NOW).status()).isEqualTo(unlimited);
        assertThat(LIMITED.assess(visits, NOW).status()).isEqualTo(limited);
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, mode = EnumSource.Mode.EXCLUDE, names = "BOOKED")
    void ignoresWhatDoesNotStandAndSaysWhy(Standing standing) {
        Appointment visit = new Appointment(new AppointmentId("1"), days(-1), standing);

        PatientActivity activity = POLICY.assess(List.of(visit), NOW);

        assertThat(activity.status()).isEqualTo(ActivityStatus.INACTIVE);
        assertThat(activity.totalCount()).isZero();
        assertThat(activity.first()).isEmpty();
        assertThat(activity.last()).isEmpty();
        assertThat(activity.evidence()).isEmpty();
        assertThat(activity.ignored()).containsExactly(new Ignored(visit, Reason.valueOf(standing.name())));
        assertThat(activity.changesAt()).isEmpty();
    }

    @Test
    void saysWhichVisitsAreOutsideTheWindow() {
        Appointment old = booked("1", days(-31));
        Appointment recent = booked("2", days(-1));
        Appointment far = booked("3", days(8));

        PatientActivity activity = LIMITED.assess(List.of(far, recent, old), NOW);

        assertThat(activity.evidence()).containsExactly(recent);
        assertThat(activity.ignored())
                .containsExactly(new Ignored(old, Reason.OUTSIDE_WINDOW), new Ignored(far, Reason.OUTSIDE_WINDOW));
    }

    @Test
    void countsRecentUpcomingAndAllVisits() {
        PatientActivity activity = LIMITED.assess(
                List.of(
                        booked("1", days(-400)),
                        booked("2", days(-29)),
                        booked("3", days(-2)),
                        new Appointment(new AppointmentId("4"), days(-1), Standing.CANCELLED),
                        booked("5", days(5)),
                        booked("6", days(50))),
                NOW);

        assertThat(activity.status()).isEqualTo(ActivityStatus.ACTIVE);
        assertThat(activity.recentCount()).isEqualTo(2);
        assertThat(activity.upcomingCount()).isEqualTo(1);
        assertThat(activity.totalCount()).isEqualTo(5);
        assertThat(activity.first()).contains(days(-400));
        assertThat(activity.last()).contains(days(-2));
        assertThat(activity.next()).contains(days(5));
    }

    @Test
    void knowsTheNextVisitThoughItIsBeyondTheWindow() {
        PatientActivity activity = LIMITED.assess(List.of(booked("1", days(50))), NOW);

        assertThat(activity.next()).contains(days(50));
        assertThat(activity.last()).isEmpty();
        assertThat(activity.upcomingCount()).isZero();
    }

    @Test
    void takesAVisitThatBeginsNowAsPast() {
        PatientActivity activity = POLICY.assess(List.of(booked("1", NOW)), NOW);

        assertThat(activity.last()).contains(NOW);
        assertThat(activity.next()).isEmpty();
    }

    @Test
    void ordersVisitsThatStartTogetherById() {
        Appointment one = booked("1", days(-1));
        Appointment two = booked("2", days(-1));

        assertThat(POLICY.assess(List.of(two, one), NOW).evidence()).containsExactly(one, two);
    }

    /** Starts in days from now, and when the status changes, in days from now. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "never",
            value = {
                "-1, 29", // the only recent visit grows too old
                "-30, 0", // it does right after this very instant
                "-31, never", // it has
                "-5 -1, 29", // the later one decides
                "5, 5", // from upcoming to recent
                "-1 5, 5", // the last upcoming visit begins
                "-1 5 6, 6", // only the last one does it
                "-29 40, 1", // nothing recent between the two
            })
    void knowsWhenTheStatusChanges(String starts, @Nullable Integer day) {
        List<Appointment> visits = List.of(starts.split(" ")).stream()
                .map(start -> booked(start, days(Integer.parseInt(start))))
                .toList();

        assertThat(POLICY.assess(visits, NOW).changesAt())
                .isEqualTo(Optional.ofNullable(day).map(ActivityPolicyTest::days));
    }

    @Test
    void knowsWhenAVisitComesIntoSight() {
        assertThat(LIMITED.assess(List.of(booked("1", days(10))), NOW).changesAt())
                .contains(days(3));
    }

    @Test
    void knowsAChangeThatTheNextInstantTakesBack() {
        ActivityPolicy policy = new ActivityPolicy(new ActivityWindow(30, OptionalInt.of(3)));
        List<Appointment> visits = List.of(booked("1", NOW), booked("2", days(1)), booked("3", days(4).plusNanos(1)));

        assertThat(policy.assess(visits, NOW).changesAt()).contains(days(1));
    }

    private static Appointment booked(String id, Instant start) {
        return new Appointment(new AppointmentId(id), start, BOOKED);
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }
}
