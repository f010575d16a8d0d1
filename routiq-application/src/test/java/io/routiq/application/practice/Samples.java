package io.routiq.application.practice;

import io.routiq.application.practice.PracticeRecord.AppointmentRecord;
import io.routiq.application.practice.PracticeRecord.AppointmentTypeRecord;
import io.routiq.application.practice.PracticeRecord.AttendeeRecord;
import io.routiq.application.practice.PracticeRecord.ClassRecord;
import io.routiq.application.practice.PracticeRecord.PatientRecord;
import io.routiq.application.practice.PracticeRecord.Slot;
import io.routiq.domain.patient.Patient;
import io.routiq.domain.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Made-up records, each as short as its test needs it. Ids are digits, as practice systems use them. */
public final class Samples {

    /** When every record came into being, and its version until a test gives it another one. */
    public static final Instant CREATED = Instant.parse("2026-01-05T08:30:00Z");

    private Samples() {}

    /** Somebody called {@code Alex <id>}. */
    public static PatientSample patient(String id) {
        return new PatientSample(id);
    }

    /** A booking that stands. */
    public static Booking<AppointmentRecord> appointment(String id, @Nullable String patientId, Instant startsAt) {
        return new Booking<>(
                startsAt,
                it -> new AppointmentRecord(
                        id,
                        patientId,
                        it.slot(),
                        it.didNotArrive,
                        it.cancelledAt,
                        it.archivedAt,
                        it.deletedAt,
                        CREATED,
                        it.version));
    }

    /** A class that takes place. */
    public static Booking<ClassRecord> groupClass(String id, Instant startsAt) {
        return new Booking<>(
                startsAt, it -> new ClassRecord(id, it.slot(), it.archivedAt, it.deletedAt, CREATED, it.version));
    }

    /** A place in a class that stands. */
    public static Booking<AttendeeRecord> place(String id, String classId, @Nullable String patientId) {
        return new Booking<>(
                CREATED,
                it -> new AttendeeRecord(
                        id,
                        classId,
                        patientId,
                        it.didNotArrive,
                        it.cancelledAt,
                        it.archivedAt,
                        it.deletedAt,
                        CREATED,
                        it.version));
    }

    /** A type in its first version. */
    public static AppointmentTypeRecord type(String id, String name) {
        return new AppointmentTypeRecord(id, name, null, CREATED);
    }

    /** A version so many seconds after the first one. */
    public static Instant version(int number) {
        return CREATED.plusSeconds(number);
    }

    /** What the samples of bookings and places have in common. */
    public static final class Booking<R extends PracticeRecord> {

        private final Instant startsAt;
        private final Maker<R> maker;
        private @Nullable String type;
        private @Nullable String practitioner;
        private @Nullable String location;
        private @Nullable String notes;
        private boolean didNotArrive;
        private @Nullable Instant cancelledAt;
        private @Nullable Instant archivedAt;
        private @Nullable Instant deletedAt;
        private Instant version = CREATED;

        private Booking(Instant startsAt, Maker<R> maker) {
            this.startsAt = startsAt;
            this.maker = maker;
        }

        private interface Maker<R extends PracticeRecord> {
            R make(Booking<R> sample);
        }

        public Booking<R> ofType(@Nullable String typeId) {
            type = typeId;
            return this;
        }

        public Booking<R> by(String practitionerId) {
            practitioner = practitionerId;
            return this;
        }

        public Booking<R> in(String locationId) {
            location = locationId;
            return this;
        }

        public Booking<R> noted(@Nullable String text) {
            notes = text;
            return this;
        }

        public Booking<R> didNotArrive() {
            didNotArrive = true;
            return this;
        }

        public Booking<R> cancelled() {
            cancelledAt = CREATED;
            return this;
        }

        public Booking<R> archived() {
            archivedAt = CREATED;
            return this;
        }

        public Booking<R> deleted() {
            deletedAt = CREATED;
            return this;
        }

        public Booking<R> version(int number) {
            version = Samples.version(number);
            return this;
        }

        public R record() {
            return maker.make(this);
        }

        private Slot slot() {
            return new Slot(startsAt, startsAt.plus(Duration.ofMinutes(45)), type, practitioner, location, notes);
        }
    }

    /** A sample of a patient. */
    public static final class PatientSample {

        private final String id;
        private @Nullable String firstName = "Alex";
        private @Nullable String lastName;
        private @Nullable String email;
        private @Nullable String phone;
        private @Nullable Instant archivedAt;
        private @Nullable PatientId mergedInto;
        private Instant createdAt = CREATED;
        private Instant version = CREATED;

        private PatientSample(String id) {
            this.id = id;
            this.lastName = id;
        }

        public PatientSample named(@Nullable String first, @Nullable String last) {
            firstName = first;
            lastName = last;
            return this;
        }

        public PatientSample email(String address) {
            email = address;
            return this;
        }

        public PatientSample phone(String number) {
            phone = number;
            return this;
        }

        public PatientSample archived() {
            archivedAt = CREATED;
            return this;
        }

        public PatientSample mergedInto(String survivor) {
            mergedInto = new PatientId(survivor);
            return archived();
        }

        public PatientSample createdAt(Instant at) {
            createdAt = at;
            return this;
        }

        public PatientSample version(int number) {
            version = Samples.version(number);
            return this;
        }

        public Patient patient() {
            return new Patient(
                    new PatientId(id), firstName, lastName, email, phone, archivedAt, mergedInto, createdAt, version);
        }

        public PatientRecord record() {
            return new PatientRecord(patient());
        }
    }
}
