package io.routiq.application.practice;

import static io.routiq.application.practice.Samples.version;

import io.routiq.application.practice.Samples.Booking;
import io.routiq.application.practice.Samples.PatientSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A made-up practice in all versions of its records: visits are moved, called off, brought back and given to others,
 * and many start at the very edge of a window. No two visits start together, so that every list has one right answer.
 */
public final class SampleHistory {

    /** Windows whose edges the visits stand at. */
    public static final List<Integer> DAYS = List.of(1, 30, 365);

    private static final List<String> NAMES = List.of("Ada Abel", "Bea Bond", "Cyd Cook", "Dee Dorn", "Eva Ende");
    private static final int PATIENTS = 12;
    private static final int TYPES = 3;

    private final Random random;
    private final Deque<Instant> starts;
    private final List<PracticeRecord> records = new ArrayList<>();

    private SampleHistory(long seed, Instant now) {
        random = new Random(seed);
        starts = starts(now);
    }

    /** The records in all versions; the same seed and instant always give the same ones. */
    public static List<PracticeRecord> of(long seed, Instant now) {
        SampleHistory history = new SampleHistory(seed, now);
        history.make();
        return List.copyOf(history.records);
    }

    /** In random order, cut into pages of random size, some of which come twice. No page names a record twice. */
    public static List<List<PracticeRecord>> pages(List<PracticeRecord> records, Random random) {
        List<PracticeRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        List<List<PracticeRecord>> pages = new ArrayList<>();
        for (int from = 0, to; from < shuffled.size(); from = to) {
            to = Math.min(shuffled.size(), from + 1 + random.nextInt(8));
            List<PracticeRecord> page = newest(shuffled.subList(from, to));
            pages.add(page);
            if (random.nextInt(4) == 0) {
                pages.add(page);
            }
        }
        return pages;
    }

    /** The records without those of which a newer version is there. */
    public static List<PracticeRecord> newest(List<PracticeRecord> records) {
        return records.stream()
                .filter(record -> records.stream().noneMatch(other -> replaces(other, record)))
                .toList();
    }

    private static boolean replaces(PracticeRecord other, PracticeRecord record) {
        return other.getClass() == record.getClass()
                && other.id().equals(record.id())
                && other.updatedAt().isAfter(record.updatedAt());
    }

    /** Instants around the edges of windows, and some in between. */
    private Deque<Instant> starts(Instant now) {
        Stream<Instant> edges = Stream.concat(Stream.of(0), DAYS.stream())
                .flatMap(days -> Stream.of(-days, days).distinct())
                .map(days -> now.plus(Duration.ofDays(days)))
                .flatMap(edge ->
                        IntStream.rangeClosed(-1, 1).mapToObj(micros -> edge.plus(Duration.ofNanos(micros * 1000L))));
        Stream<Instant> others = IntStream.range(0, 120)
                .mapToObj(number -> now.plus(Duration.ofMinutes(60L * 24 * (number - 60) + 1 + random.nextInt(1400))));
        List<Instant> all = new ArrayList<>(Stream.concat(edges, others).toList());
        Collections.shuffle(all, random);
        return new ArrayDeque<>(all);
    }

    private void make() {
        for (int number = 0; number < TYPES; number++) {
            records.add(new PracticeRecord.AppointmentTypeRecord("30" + number, "Old " + number, null, version(1)));
            records.add(new PracticeRecord.AppointmentTypeRecord("30" + number, "Type " + number, null, version(2)));
        }
        for (int number = 0; number < PATIENTS - 1; number++) {
            patient(String.valueOf(1000 + number));
        }
        for (int number = 0; number < 30; number++) {
            String id = String.valueOf(5000 + number);
            versions()
                    .forEach(version -> records.add(standing(Samples.appointment(id, anybody(), starts.pop()), true)
                            .version(version)
                            .record()));
        }
        for (int number = 0; number < 5; number++) {
            String id = String.valueOf(6000 + number);
            versions()
                    .forEach(version -> records.add(standing(Samples.groupClass(id, starts.pop()), false)
                            .version(version)
                            .record()));
        }
        for (int number = 0; number < PATIENTS; number++) {
            String id = String.valueOf(7000 + number);
            String classId = String.valueOf(6000 + number % 5);
            String patientId = String.valueOf(1000 + number);
            versions()
                    .forEach(version -> records.add(standing(Samples.place(id, classId, patientId), true)
                            .version(version)
                            .record()));
        }
    }

    private void patient(String id) {
        versions().forEach(version -> {
            String[] name = NAMES.get(random.nextInt(NAMES.size())).split(" ", 2);
            PatientSample sample = Samples.patient(id).named(name[0], name[1]).version(version);
            sample.createdAt(Samples.CREATED.minusSeconds(random.nextInt(1000)));
            if (random.nextInt(6) == 0) {
                sample.archived();
            }
            if (random.nextInt(6) == 0) {
                sample.named(null, null);
            }
            records.add(sample.record());
        });
    }

    private IntStream versions() {
        return IntStream.rangeClosed(1, 1 + random.nextInt(3));
    }

    /** Of the last patient only visits are known. */
    private @Nullable String anybody() {
        int number = random.nextInt(PATIENTS + 1);
        return number == PATIENTS ? null : String.valueOf(1000 + number);
    }

    private <R extends PracticeRecord> Booking<R> standing(Booking<R> booking, boolean ofOnePatient) {
        booking.ofType(random.nextInt(5) == 0 ? null : "30" + random.nextInt(TYPES));
        return switch (random.nextInt(10)) {
            case 0 -> booking.archived();
            case 1 -> booking.deleted();
            case 2 -> ofOnePatient ? booking.cancelled() : booking;
            case 3 -> ofOnePatient ? booking.didNotArrive() : booking;
            default -> booking;
        };
    }
}
