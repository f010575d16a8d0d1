package io.routiq.application.practice;

import io.routiq.domain.patient.Patient;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One record as the practice system holds it, as far as the product serves it. Ids are the practice system's. */
public sealed interface PracticeRecord {

    /** Unique among records of the same kind. */
    String id();

    /** The record's version: an older one never replaces a newer one. */
    Instant updatedAt();

    /** Where records of this kind come from. */
    default SyncStream stream() {
        return switch (this) {
            case PatientRecord patient -> SyncStream.PATIENTS;
            case AppointmentRecord appointment -> SyncStream.APPOINTMENTS;
            case ClassRecord group -> SyncStream.GROUP_APPOINTMENTS;
            case AttendeeRecord attendee -> SyncStream.ATTENDEES;
            case AppointmentTypeRecord type -> SyncStream.APPOINTMENT_TYPES;
            case PractitionerRecord practitioner -> SyncStream.PRACTITIONERS;
            case LocationRecord location -> SyncStream.LOCATIONS;
        };
    }

    /** A person. */
    record PatientRecord(Patient patient) implements PracticeRecord {
        @Override
        public String id() {
            return patient.id().value();
        }

        @Override
        public Instant updatedAt() {
            return patient.updatedAt();
        }
    }

    /**
     * When and where a visit is.
     *
     * @param appointmentTypeId of the type record, or null
     * @param practitionerId of the practitioner record, or null
     * @param locationId of the location record, or null
     * @param notes the booking's own notes, or null; personal data
     */
    record Slot(
            Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String appointmentTypeId,
            @Nullable String practitionerId,
            @Nullable String locationId,
            @Nullable String notes) {

        @Override
        public String toString() {
            return "Slot[" + startsAt + "]";
        }
    }

    /** An appointment of one patient; {@code patientId} is null where the source names none. */
    record AppointmentRecord(
            String id,
            @Nullable String patientId,
            Slot slot,
            boolean didNotArrive,
            @Nullable Instant cancelledAt,
            @Nullable Instant archivedAt,
            @Nullable Instant deletedAt,
            Instant createdAt,
            Instant updatedAt)
            implements PracticeRecord {}

    /** A class that several patients attend. */
    record ClassRecord(
            String id,
            Slot slot,
            @Nullable Instant archivedAt,
            @Nullable Instant deletedAt,
            Instant createdAt,
            Instant updatedAt)
            implements PracticeRecord {}

    /** One patient's place in a class, or, at some sources, in an individual appointment too; {@code classId} names either. */
    record AttendeeRecord(
            String id,
            String classId,
            @Nullable String patientId,
            boolean didNotArrive,
            @Nullable Instant cancelledAt,
            @Nullable Instant archivedAt,
            @Nullable Instant deletedAt,
            Instant createdAt,
            Instant updatedAt)
            implements PracticeRecord {}

    /** A kind of appointment. */
    record AppointmentTypeRecord(
            String id, String name, @Nullable Instant archivedAt, Instant updatedAt) implements PracticeRecord {}

    /** Somebody who treats patients. */
    record PractitionerRecord(String id, String name, Instant updatedAt) implements PracticeRecord {}

    /** A place where the practice works; {@code timeZone} is an IANA name or null. */
    record LocationRecord(String id, String name, @Nullable String timeZone, Instant updatedAt)
            implements PracticeRecord {}
}
