package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.Seeder.Course;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Chooses who comes when, so that those in treatment have something near today and the others have not. */
final class SeededBookings {

    private static final long DAY = 86_400;

    /**
     * A booking of which only the outcome is open.
     *
     * @param certain neither cancelled nor missed
     */
    record Draft(
            long createdAt,
            long startsAt,
            List<PatientRow> patients,
            ReferenceRows.Business business,
            ReferenceRows.AppointmentType type,
            boolean certain) {}

    private final Store store;
    private final List<Course> current;
    private final List<Course> past;
    private final SplittableRandom random;
    private final long now;
    private final List<ReferenceRows.Business> businesses;
    private final List<ReferenceRows.AppointmentType> types;

    SeededBookings(Store store, List<Course> courses, SplittableRandom random, long now) {
        this.store = store;
        this.current = courses.stream().filter(Course::current).toList();
        this.past = courses.stream().filter(course -> !course.current()).toList();
        this.random = random;
        this.now = now;
        this.businesses = store.businesses.all();
        this.types = store.appointmentTypes.all();
    }

    void make(int appointments) {
        List<Draft> drafts = new ArrayList<>(appointments);
        int seats = 0;
        int wanted = Math.round(appointments * 0.05f);
        while (wanted - seats >= 4 && current.size() >= 8) {
            int left = wanted - seats;
            int size = left <= 8 ? left : Math.min(left - 4, random.nextInt(4, 9));
            drafts.add(groupClass(size));
            seats += size;
        }
        for (int made = 0; made < appointments - seats; made++) {
            drafts.add(made < current.size() ? near(current.get(made)) : sometime());
        }
        drafts.sort(Comparator.comparingLong(Draft::createdAt).thenComparingLong(Draft::startsAt));
        store.bookingIds.expect(drafts.size());
        store.attendeeIds.expect(appointments);
        new SeededHistory(store, random.split(), now).write(drafts);
    }

    private Draft near(Course course) {
        long earliest = Math.max(now - 27 * DAY, course.from());
        return individual(course, random.nextLong(earliest, now + 40 * DAY), true);
    }

    private Draft sometime() {
        List<Course> among = past.isEmpty() || (!current.isEmpty() && random.nextInt(10) < 6) ? current : past;
        Course course = among.get(random.nextInt(among.size()));
        return individual(course, random.nextLong(course.from(), course.to() + 1), false);
    }

    private Draft individual(Course course, long roughly, boolean certain) {
        ReferenceRows.Business business = businesses.get(random.nextInt(businesses.size()));
        boolean overnight = random.nextInt(200) == 0;
        ReferenceRows.AppointmentType type = types.get(overnight ? 3 : random.nextInt(3));
        return draft(roughly, List.of(course.patient()), business, type, certain);
    }

    private Draft groupClass(int size) {
        int first = random.nextInt(current.size());
        List<PatientRow> members = new ArrayList<>(size);
        for (int member = 0; member < size; member++) {
            members.add(current.get((first + member) % current.size()).patient());
        }
        long roughly = random.nextLong(now - 600 * DAY, now + 60 * DAY);
        return draft(roughly, members, businesses.getFirst(), types.get(5), false);
    }

    private Draft draft(
            long roughly,
            List<PatientRow> patients,
            ReferenceRows.Business business,
            ReferenceRows.AppointmentType type,
            boolean certain) {
        LocalTime time =
                type.minutes > 120 ? LocalTime.of(21, 0) : LocalTime.of(8, 0).plusMinutes(15L * random.nextInt(40));
        ZoneId zone = ZoneId.of(business.zone);
        long startsAt = Instant.ofEpochSecond(roughly)
                .atZone(zone)
                .toLocalDate()
                .atTime(time)
                .atZone(zone)
                .toEpochSecond();
        long known =
                patients.stream().mapToLong(patient -> patient.createdAt).max().orElseThrow();
        long createdAt = Math.max(known, Math.min(startsAt, now) - random.nextLong(3_600, 30 * DAY));
        return new Draft(createdAt, startsAt, patients, business, type, certain);
    }
}
