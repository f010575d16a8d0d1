package io.routiq.adapter.cliniko.simulator.history;

import io.routiq.adapter.cliniko.simulator.AppointmentBook;
import io.routiq.adapter.cliniko.simulator.ClassBook;
import io.routiq.adapter.cliniko.simulator.PatientBook;
import io.routiq.adapter.cliniko.simulator.Role;
import io.routiq.adapter.cliniko.simulator.Setup;
import io.routiq.adapter.cliniko.simulator.SimulatedAccount;
import io.routiq.adapter.cliniko.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/** Where things happen: a practice, its clock, and the clock of whoever reads it. */
public final class Scene {

    private static final long NOBODY = 77;
    private static final int LATEST_SECONDS = 240;

    private final PatientBook patients;
    private final AppointmentBook appointments;
    private final ClassBook classes;
    private final Setup setup;
    private final SimulatorClock clock;
    private final SimulatorClock readers;

    public Scene(SimulatedAccount clinic, SimulatorClock clock, SimulatorClock readers) {
        this.patients = clinic.practice().patients();
        this.appointments = clinic.practice().appointments();
        this.classes = clinic.practice().classes();
        this.setup = clinic.practice().setup();
        this.clock = clock;
        this.readers = readers;
    }

    SimulatorClock clock() {
        return clock;
    }

    /** Nothing, if there is no record that it could happen to. */
    void happen(Step step) {
        int which = step.which();
        int amount = step.amount();
        String name = "Case" + amount;
        switch (step.what()) {
            case CREATE_PATIENT -> patients.create("Orla", name);
            case CREATE_NAMELESS_PATIENT -> patients.create(null, null);
            case CREATE_MANY_PATIENTS -> times(amount, i -> patients.create("Bulk" + i, name));
            case CREATE_PATIENT_LATE -> late(amount, () -> patients.create("Late", name));
            case RENAME_PATIENT -> one(patients.ids(), which, id -> patients.rename(id, "Renamed", name));
            case CHANGE_CONTACT -> one(patients.ids(), which, id -> contact(id, amount));
            case ARCHIVE_PATIENT -> one(patients.ids(), which, patients::archive);
            case RESTORE_PATIENT -> one(patients.ids(), which, patients::unarchive);
            case DELETE_PATIENT -> one(patients.ids(), which, patients::delete);
            case MERGE_PATIENTS -> one(patients.ids(), which, loser -> merge(loser, amount));
            case UNMERGE_PATIENT -> one(patients.merged(), which, patients::unmerge);
            case TOUCH_PATIENT -> one(patients.ids(), which, patients::touch);
            case TOUCH_MANY_PATIENTS -> patients.touchMany(amount);
            case CREATE_APPOINTMENT ->
                one(patients.ids(), which, patient -> appointments.create(patient, start(amount)));
            case CREATE_APPOINTMENT_LATE ->
                one(patients.ids(), which, patient -> late(amount, () -> appointments.create(patient, start(amount))));
            case CREATE_APPOINTMENT_OF_NOBODY -> appointments.create(NOBODY + which, start(amount));
            case RESCHEDULE_APPOINTMENT ->
                one(appointments.ids(), which, id -> appointments.reschedule(id, start(amount)));
            case RESCHEDULE_MANY_APPOINTMENTS -> appointments.rescheduleMany(amount, Duration.ofDays(which % 90 - 45));
            case NOTE_ON_APPOINTMENT -> one(appointments.ids(), which, id -> appointments.note(id, name));
            case PATIENT_ARRIVES -> one(appointments.ids(), which, appointments::arrive);
            case PATIENT_STAYS_AWAY -> one(appointments.ids(), which, appointments::didNotArrive);
            case CANCEL_APPOINTMENT -> one(appointments.ids(), which, appointments::cancel);
            case ARCHIVE_APPOINTMENT -> one(appointments.ids(), which, appointments::archive);
            case RESTORE_APPOINTMENT -> one(appointments.ids(), which, appointments::unarchive);
            case DELETE_APPOINTMENT -> one(appointments.ids(), which, appointments::delete);
            case CREATE_CLASS -> classes.create(start(amount));
            case RESCHEDULE_CLASS -> one(classes.ids(), which, id -> classes.reschedule(id, start(amount)));
            case ARCHIVE_CLASS -> one(classes.ids(), which, classes::archive);
            case RESTORE_CLASS -> one(classes.ids(), which, classes::unarchive);
            case DELETE_CLASS -> one(classes.ids(), which, classes::delete);
            case ADD_ATTENDEE ->
                one(classes.ids(), which, id -> one(patients.ids(), amount, who -> classes.addAttendee(id, who)));
            case CANCEL_ATTENDEE -> one(classes.attendees(), which, classes::cancelAttendee);
            case ATTENDEE_ARRIVES -> one(classes.attendees(), which, id -> classes.arrived(id, true));
            case ATTENDEE_STAYS_AWAY -> one(classes.attendees(), which, id -> classes.arrived(id, false));
            case ARCHIVE_ATTENDEE -> one(classes.attendees(), which, classes::archiveAttendee);
            case DELETE_ATTENDEE -> one(classes.attendees(), which, classes::deleteAttendee);
            case HIRE_PRACTITIONER -> setup.practitioner(setup.user("New", name, Role.PRACTITIONER), "New", name);
            case DEACTIVATE_PRACTITIONER -> one(setup.practitioners(), which, setup::deactivatePractitioner);
            case REACTIVATE_PRACTITIONER -> one(setup.practitioners(), which, setup::reactivatePractitioner);
            case OPEN_LOCATION -> setup.business(name + " rooms", "Exampleton", "Australia/Perth");
            case CLOSE_LOCATION -> one(setup.businesses(), which, setup::archiveBusiness);
            case CREATE_APPOINTMENT_TYPE -> setup.appointmentType(name, "Physio", 30, 1 + which % 2);
            case RETIRE_APPOINTMENT_TYPE -> one(setup.appointmentTypes(), which, setup::archiveAppointmentType);
            case TIME_PASSES -> clock.advance(Duration.ofSeconds((long) amount * (which % 2 == 0 ? 1 : 900)));
            case READERS_CLOCK_JUMPS ->
                readers.advance(Duration.ofSeconds(which % 2 == 0 ? amount * 900L : -(amount % LATEST_SECONDS)));
        }
    }

    private void contact(long patient, int amount) {
        patients.contact(
                patient,
                amount % 5 == 0 ? null : "case%d@example.test".formatted(amount),
                amount % 7 == 0 ? null : "(02) 5550 %04d".formatted(amount));
    }

    private void merge(long loser, int amount) {
        one(patients.ids(), amount, survivor -> {
            if (survivor != loser) {
                patients.merge(loser, survivor);
            }
        });
    }

    /** Within half a year of now. */
    private Instant start(int amount) {
        return clock.instant().plus(Duration.ofHours((amount * 37L) % 4_380 - 2_190));
    }

    private void late(int amount, Runnable work) {
        Duration by = Duration.ofSeconds(1 + amount % LATEST_SECONDS);
        clock.advance(by.negated());
        work.run();
        clock.advance(by);
    }

    private static void times(int howOften, LongConsumer work) {
        for (int i = 0; i < howOften; i++) {
            work.accept(i);
        }
    }

    private static void one(List<Long> ids, int which, LongConsumer work) {
        if (!ids.isEmpty()) {
            work.accept(ids.get(which % ids.size()));
        }
    }
}
