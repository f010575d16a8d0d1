package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.Seeder.Course;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The patients of a seeded practice: about a third in treatment, a few archived, a few merged. */
final class SeededPatients {

    private static final long DAY = 86_400;
    private static final long OLDEST = 900 * DAY;
    private static final long QUIET = 45 * DAY;

    private final Store store;
    private final People people;
    private final SplittableRandom random;
    private final long now;

    SeededPatients(Store store, People people, SplittableRandom random, long now) {
        this.store = store;
        this.people = people;
        this.random = random;
        this.now = now;
    }

    /** Answers the courses of treatment; merged patients have none. */
    List<Course> make(int count) {
        long[] created = random.longs(count, now - OLDEST, now - DAY).sorted().toArray();
        store.patientIds.expect(count);
        List<Course> courses = new ArrayList<>(count);
        Arrays.stream(created).forEach(when -> courses.add(course(when)));
        merge(courses);
        store.patients.addAll(courses.stream().map(Course::patient).toList());
        courses.removeIf(course -> course.patient().mergedAt != Row.NONE);
        return courses;
    }

    private Course course(long created) {
        var row = new PatientRow(store.patientIds.next(), created);
        people.name(row);
        boolean current = created > now - 60 * DAY || random.nextInt(1_000) < 302;
        long to = current ? now + random.nextLong(5 * DAY, 115 * DAY) : random.nextLong(created, now - QUIET);
        row.updatedAt = random.nextLong(created, Math.min(to, now));
        if (!current && random.nextInt(25) == 0) {
            row.archivedAt = random.nextLong(to, now);
            row.updatedAt = row.archivedAt;
            if (random.nextInt(4) == 0) {
                row.firstName = null;
                row.lastName = null;
                row.email = null;
            }
        }
        return new Course(row, created, to, current);
    }

    /** The first loser's survivor is a loser, too: such chains exist. */
    private void merge(List<Course> courses) {
        List<Course> past = courses.stream().filter(course -> !course.current()).toList();
        int losers = past.size() < 12 ? 0 : Math.max(2, courses.size() / 150);
        for (int loser = 0; loser < losers; loser++) {
            Course lost = past.get(loser * 3);
            Course survivor = past.get(loser == 0 ? 3 : loser * 3 + 1);
            lost.patient().mergedInto = survivor.patient().id;
            lost.patient().mergedAt = random.nextLong(lost.to(), now);
            lost.patient().archivedAt = lost.patient().mergedAt;
            lost.patient().updatedAt = lost.patient().mergedAt;
        }
    }
}
