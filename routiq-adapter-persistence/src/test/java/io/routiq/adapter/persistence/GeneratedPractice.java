package io.routiq.adapter.persistence;

import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Practices of any people, with visits at the edges of windows, for properties. */
final class GeneratedPractice {

    static final List<String> TYPES = List.of("Massage", "massage ", "Physio / Long", "100%_\\");

    private static final List<Integer> HOURS =
            List.of(-24 * 400, -24 * 31, -24 * 30, -24 * 29, -25, -1, 0, 1, 30, 24 * 7, 24 * 8, 24 * 300);

    private GeneratedPractice() {}

    /** So many hours from now, for the type of this number, or for none that is known. */
    record Visit(int hours, int type, boolean cancelled) {}

    /** A patient; without a name where that is negative. */
    record Person(int name, int created, boolean archived, List<Visit> visits) {

        List<PracticeRecord> records(String id, Instant now, int version) {
            Samples.PatientSample patient = Samples.patient(id)
                    .named(name < 0 ? null : "Name " + name, null)
                    .createdAt(Samples.CREATED.plusSeconds(created))
                    .version(version);
            List<PracticeRecord> records = new ArrayList<>();
            records.add(archived ? patient.archived().record() : patient.record());
            for (int number = 0; number < visits.size(); number++) {
                Visit visit = visits.get(number);
                var booking = Samples.appointment(id + "-" + number, id, now.plus(Duration.ofHours(visit.hours())))
                        .ofType("3" + visit.type())
                        .version(version);
                records.add(visit.cancelled() ? booking.cancelled().record() : booking.record());
            }
            return records;
        }
    }

    /** The id that the person of this number has. */
    static String id(int number) {
        return String.valueOf(1000 + number);
    }

    /** The types, and everybody with their visits. */
    static List<PracticeRecord> records(List<Person> people, Instant now) {
        List<PracticeRecord> records = new ArrayList<>();
        for (int type = 0; type < TYPES.size(); type++) {
            records.add(Samples.type("3" + type, TYPES.get(type)));
        }
        for (int number = 0; number < people.size(); number++) {
            records.addAll(people.get(number).records(id(number), now, 0));
        }
        return records;
    }

    static Arbitrary<List<Person>> arbitrary() {
        Arbitrary<List<Visit>> visits = Combinators.combine(
                        Arbitraries.of(HOURS),
                        Arbitraries.integers().between(0, TYPES.size()),
                        Arbitraries.of(true, false, false))
                .as(Visit::new)
                .list()
                .ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.integers().between(-1, 5),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, false, false, false),
                        visits)
                .as(Person::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(18);
    }
}
