package io.routiq.application.patient;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.Appointment;
import io.routiq.domain.patient.Appointment.Standing;
import io.routiq.domain.patient.AppointmentId;
import io.routiq.domain.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AgendaTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");
    private static final ActivityWindow WEEK = new ActivityWindow(7, OptionalInt.of(7));

    @Test
    void isEmptyForAPatientWithoutVisits() {
        Agenda agenda = Agenda.of(List.of(), WEEK, NOW);

        assertThat(agenda.recent()).isEmpty();
        assertThat(agenda.upcoming()).isEmpty();
        assertThat(agenda.notes()).isEmpty();
    }

    /** Microseconds from an edge of the window, and where a visit there is shown. */
    @ParameterizedTest
    @CsvSource({"-7, -1, ''", "-7, 0, recent", "0, 0, recent", "0, 1, upcoming", "7, 0, upcoming", "7, 1, ''"})
    void knowsTheWindowsEdges(int days, int micros, String where) {
        Instant start = NOW.plus(Duration.ofDays(days)).plusNanos(micros * 1000L);

        Agenda agenda = Agenda.of(List.of(visit("1", start, Standing.BOOKED, null)), WEEK, NOW);

        assertThat(agenda.recent()).hasSize(where.equals("recent") ? 1 : 0);
        assertThat(agenda.upcoming()).hasSize(where.equals("upcoming") ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, mode = Mode.EXCLUDE, names = "BOOKED")
    void showsNothingOfVisitsThatDoNotCount(Standing standing) {
        List<Visit> visits = List.of(
                visit("1", NOW.minusSeconds(60), standing, "was late"),
                visit("2", NOW.plusSeconds(60), standing, null));

        Agenda agenda = Agenda.of(visits, WEEK, NOW);

        assertThat(agenda.recent()).isEmpty();
        assertThat(agenda.upcoming()).isEmpty();
        assertThat(agenda.notes()).isEmpty();
    }

    @Test
    void showsTheNearestTwentyOnEitherSideByStart() {
        List<Visit> visits = new ArrayList<>(IntStream.rangeClosed(-30, 30)
                .mapToObj(hours -> visit("9" + hours, NOW.plusSeconds(3600L * hours), Standing.BOOKED, null))
                .toList());
        Collections.shuffle(visits, new Random(7));

        Agenda agenda = Agenda.of(visits, WEEK, NOW);

        assertThat(agenda.recent()).map(AgendaTest::hours).containsExactlyElementsOf(range(-19, 0));
        assertThat(agenda.upcoming()).map(AgendaTest::hours).containsExactlyElementsOf(range(1, 20));
    }

    @Test
    void takesTheNotesOfTheLatestPastVisitThatHasAny() {
        List<Visit> visits = List.of(
                visit("1", NOW.minusSeconds(9000), Standing.BOOKED, "first"),
                visit("2", NOW.minusSeconds(8000), Standing.BOOKED, "second"),
                visit("3", NOW.minusSeconds(7000), Standing.BOOKED, " \n"),
                visit("4", NOW.minusSeconds(6000), Standing.CANCELLED, "is ill"),
                visit("5", NOW.plusSeconds(1), Standing.BOOKED, "to come"));

        assertThat(Agenda.of(visits, WEEK, NOW).notes()).contains("second");
    }

    @Test
    void findsNotesOlderThanTheWindow() {
        List<Visit> visits = List.of(visit("1", NOW.minus(Duration.ofDays(400)), Standing.BOOKED, "long ago"));

        assertThat(Agenda.of(visits, WEEK, NOW).notes()).contains("long ago");
    }

    @Test
    void keepsNotesOutOfLogs() {
        List<Visit> visits = List.of(visit("1", NOW, Standing.BOOKED, "private"));

        assertThat(Agenda.of(visits, WEEK, NOW).toString()).isEqualTo("Agenda[[Visit[1]], []]");
    }

    private static List<Long> range(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(hours -> (long) hours).toList();
    }

    private static long hours(Visit visit) {
        return Duration.between(NOW, visit.appointment().startsAt()).toHours();
    }

    private static Visit visit(String id, Instant start, Standing standing, @Nullable String notes) {
        Appointment appointment = new Appointment(new AppointmentId(id), start, standing);
        return new Visit(new PatientId("1001"), appointment, null, null, null, null, notes);
    }
}
