package io.routiq.adapter.cliniko.simulator;

import java.util.List;
import java.util.SplittableRandom;

/** Fills an empty practice with a plausible past and future, the same for the same seed. */
final class Seeder {

    private final Store store;
    private final SplittableRandom random;
    private final long now;

    Seeder(Store store, long seed, long now) {
        this.store = store;
        this.random = new SplittableRandom(seed);
        this.now = now;
    }

    void fill(int patients, int appointments) {
        if (patients < 1 && appointments > 0) {
            throw new IllegalArgumentException("appointments need a patient");
        }
        var people = new People(random.split(), store.account.countryCode());
        var setup = new SeededSetup(store, people, now);
        setup.fill(Math.clamp(3 + patients / 400, 3, 40));
        List<Course> courses = new SeededPatients(store, people, random.split(), now).make(patients);
        new SeededBookings(store, courses, random.split(), now).make(appointments);
        setup.blocks(now, 5);
    }

    /**
     * When a patient is treated.
     *
     * @param current whether that includes today
     */
    record Course(PatientRow patient, long from, long to, boolean current) {}
}
