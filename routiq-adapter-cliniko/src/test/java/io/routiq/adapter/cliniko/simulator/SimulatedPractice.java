package io.routiq.adapter.cliniko.simulator;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import tools.jackson.databind.node.ObjectNode;

/** What one clinic holds, and everything that can happen to it. Safe for use by several threads. */
public final class SimulatedPractice {

    private final Store store;
    private final Catalogue catalogue;
    private final PatientBook patients;
    private final AppointmentBook appointments;
    private final ClassBook classes;
    private final Setup setup;

    SimulatedPractice(Store store) {
        this.store = store;
        this.catalogue = new Catalogue(store);
        this.patients = new PatientBook(store);
        this.appointments = new AppointmentBook(store);
        this.classes = new ClassBook(store);
        this.setup = new Setup(store);
    }

    /**
     * Fills an empty practice with made-up people.
     *
     * @param patients exactly so many, merged and archived ones included
     * @param appointments exactly so many pairs of patient and appointment, about one in twenty of them in a class
     * @param seed the same seed and instant give the same practice
     * @param now what lies before it has happened
     */
    public static void seed(SimulatedAccount account, int patients, int appointments, long seed, Instant now) {
        account.practice().seed(patients, appointments, seed, now);
    }

    void seed(int patientCount, int appointmentCount, long seed, Instant now) {
        store.locked(() -> new Seeder(store, seed, now.getEpochSecond()).fill(patientCount, appointmentCount));
    }

    public PatientBook patients() {
        return patients;
    }

    public AppointmentBook appointments() {
        return appointments;
    }

    public ClassBook classes() {
        return classes;
    }

    public Setup setup() {
        return setup;
    }

    /**
     * The truth, to compare a copy with: every record of a resource as the API would render it, cancelled and archived
     * ones included, deleted ones not, by ascending id.
     *
     * @param resource for example {@code individual_appointments}
     */
    public List<ObjectNode> records(String resource) {
        return everything(resource).stream()
                .filter(record -> !record.deleted())
                .map(SimulatedRecord::json)
                .toList();
    }

    /** The same with deleted ones, of which hardly anything is left, and with what the API does not tell. */
    public List<SimulatedRecord> everything(String resource) {
        Resource<?> found =
                catalogue.find(resource).orElseThrow(() -> new NoSuchElementException("no resource " + resource));
        return store.locked(() -> all(found));
    }

    /** What {@link SimulatedRecord#version()} is of one record at the moment; 0 if there is none. */
    public int version(String resource, long id) {
        Resource<?> found =
                catalogue.find(resource).orElseThrow(() -> new NoSuchElementException("no resource " + resource));
        return store.locked(() -> found.table().find(id).map(row -> row.version).orElse(0));
    }

    /** All records to come have ids above this one. */
    public void idsAbove(long id) {
        store.locked(() -> List.of(store.patientIds, store.bookingIds, store.attendeeIds, store.referenceIds)
                .forEach(ids -> ids.above(id)));
    }

    Store store() {
        return store;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    private <R extends Row> List<SimulatedRecord> all(Resource<R> resource) {
        var links = new Links("https://api.example.test/v1", store.switches);
        return resource.table().all().stream()
                .filter(row -> resource.scope().stream()
                        .allMatch(criterion -> criterion.test().test(row)))
                .map(row -> new SimulatedRecord(resource.render(row, links), row.version, row.deletedAt != Row.NONE))
                .toList();
    }
}
