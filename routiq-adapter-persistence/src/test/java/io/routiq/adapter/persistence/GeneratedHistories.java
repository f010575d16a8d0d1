package io.routiq.adapter.persistence;

import static java.util.Objects.requireNonNull;

import io.routiq.application.patient.PatientFilter;
import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientSort;
import io.routiq.application.patient.PatientSummary;
import io.routiq.application.patient.Patients;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.Samples;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.Appointment;
import io.routiq.domain.patient.Appointment.Standing;
import io.routiq.domain.patient.AppointmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Made-up histories of visits that stand at the edges of windows, and a database to keep them in. */
abstract class GeneratedHistories {

    static final Instant WHOLE_NOW = Instant.parse("2026-03-01T10:20:30.123456Z");

    private static final List<Integer> DAYS = List.of(1, 7, 30, 365);

    private static @Nullable TestDatabase database;

    /** A visit so many microseconds from an edge of a window. */
    record Visit(int edgeDays, int micros, Standing standing, boolean inClass) {
        private Instant startsAt() {
            return WHOLE_NOW.plus(Duration.ofDays(edgeDays)).plusNanos(micros * 1000L);
        }
    }

    @BeforeContainer
    static void start() {
        database = new TestDatabase();
    }

    @AfterContainer
    static void stop() {
        open().close();
    }

    static TestDatabase open() {
        return requireNonNull(database);
    }

    @Provide
    Arbitrary<List<List<Visit>>> histories() {
        Arbitrary<Integer> edges = Arbitraries.of(DAYS).flatMap(days -> Arbitraries.of(-days, 0, days));
        Arbitrary<Integer> micros = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(-1, 1)),
                Tuple.of(1, Arbitraries.integers().between(-1_000_000_000, 1_000_000_000)));
        Arbitrary<Standing> standings = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Standing.BOOKED)), Tuple.of(1, Arbitraries.of(Standing.class)));
        return Combinators.combine(edges, micros, standings, Arbitraries.of(true, false))
                .as(Visit::new)
                .list()
                .ofMaxSize(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<ActivityWindow> windows() {
        return Combinators.combine(Arbitraries.of(DAYS), Arbitraries.of(DAYS).optional())
                .as((recent, upcoming) ->
                        new ActivityWindow(recent, upcoming.map(OptionalInt::of).orElse(OptionalInt.empty())));
    }

    @Provide
    Arbitrary<Integer> nanos() {
        return Arbitraries.of(0, 1, 500, 999);
    }

    /** Stores a patient for each history; their appointments by the patient's id. */
    static Map<String, List<Appointment>> store(OrganizationId organization, List<List<Visit>> histories) {
        Map<String, List<Appointment>> appointments = new LinkedHashMap<>();
        List<PracticeRecord> records = new ArrayList<>();
        for (int number = 0; number < histories.size(); number++) {
            String patient = String.valueOf(1000 + number);
            records.add(Samples.patient(patient).record());
            appointments.put(patient, appointments(patient, histories.get(number), records));
        }
        open().transactions()
                .within(organization, () -> open().get(PracticeCopy.class).store(organization, records));
        return appointments;
    }

    private static List<Appointment> appointments(String patient, List<Visit> visits, List<PracticeRecord> records) {
        List<Appointment> appointments = new ArrayList<>();
        for (int number = 0; number < visits.size(); number++) {
            Visit visit = visits.get(number);
            String id = patient + number;
            Instant start = visit.startsAt();
            appointments.add(new Appointment(new AppointmentId(id), start, visit.standing()));
            if (visit.inClass()) {
                records.add(Samples.groupClass("6" + id, start).record());
                records.add(standing(Samples.place(id, "6" + id, patient), visit.standing())
                        .record());
            } else {
                records.add(standing(Samples.appointment(id, patient, start), visit.standing())
                        .record());
            }
        }
        return appointments;
    }

    private static <R extends PracticeRecord> Samples.Booking<R> standing(
            Samples.Booking<R> booking, Standing standing) {
        return switch (standing) {
            case BOOKED -> booking;
            case CANCELLED -> booking.cancelled();
            case DID_NOT_ARRIVE -> booking.didNotArrive();
            case ARCHIVED -> booking.archived();
            case DELETED -> booking.deleted();
        };
    }

    static List<PatientSummary> list(
            OrganizationId organization, PatientFilter filter, ActivityWindow window, Instant now) {
        PatientSort latestFirst = new PatientSort(PatientSort.Key.LAST_ACTIVITY, true);
        PatientQuery query = new PatientQuery(window, filter, latestFirst, 1, 200, Optional.empty());
        return open().transactions()
                .within(organization, () -> open().get(Patients.class).list(organization, query, now))
                .patients();
    }
}
