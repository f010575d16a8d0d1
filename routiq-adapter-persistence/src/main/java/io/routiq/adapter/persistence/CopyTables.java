package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.APPOINTMENT;
import static io.routiq.adapter.persistence.jooq.Tables.APPOINTMENT_TYPE;
import static io.routiq.adapter.persistence.jooq.Tables.ATTENDEE;
import static io.routiq.adapter.persistence.jooq.Tables.GROUP_APPOINTMENT;
import static io.routiq.adapter.persistence.jooq.Tables.LOCATION;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.PRACTITIONER;

import io.routiq.application.practice.PracticeRecord.AppointmentRecord;
import io.routiq.application.practice.PracticeRecord.AppointmentTypeRecord;
import io.routiq.application.practice.PracticeRecord.AttendeeRecord;
import io.routiq.application.practice.PracticeRecord.ClassRecord;
import io.routiq.application.practice.PracticeRecord.LocationRecord;
import io.routiq.application.practice.PracticeRecord.PatientRecord;
import io.routiq.application.practice.PracticeRecord.PractitionerRecord;
import io.routiq.application.practice.PracticeRecord.Slot;
import io.routiq.domain.patient.PatientId;
import io.routiq.domain.sync.SyncStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which member of a record goes into which column. */
final class CopyTables {

    static final CopyTable<PatientRecord> PATIENTS = new CopyTable<>(
                    PatientRecord.class, PATIENT, PATIENT.PATIENT_ID, PATIENT.UPDATED_AT, PATIENT.PATIENT_ID)
            .with(PATIENT.FIRST_NAME, record -> record.patient().firstName())
            .with(PATIENT.LAST_NAME, record -> record.patient().lastName())
            .with(PATIENT.EMAIL, record -> record.patient().email())
            .with(PATIENT.PHONE, record -> record.patient().phone())
            .with(PATIENT.SORT_NAME, record -> SearchText.sortName(record.patient()))
            .with(PATIENT.SEARCH_TEXT, record -> SearchText.of(record.patient()))
            .with(PATIENT.ARCHIVED_AT, record -> record.patient().archivedAt())
            .with(PATIENT.MERGED_INTO_ID, record -> value(record.patient().mergedInto()))
            .with(PATIENT.CREATED_AT, record -> record.patient().createdAt());

    static final CopyTable<AppointmentRecord> APPOINTMENTS = new CopyTable<>(
                    AppointmentRecord.class,
                    APPOINTMENT,
                    APPOINTMENT.APPOINTMENT_ID,
                    APPOINTMENT.UPDATED_AT,
                    APPOINTMENT.PATIENT_ID)
            .with(APPOINTMENT.PATIENT_ID, AppointmentRecord::patientId)
            .with(APPOINTMENT.STARTS_AT, slot(AppointmentRecord::slot, Slot::startsAt))
            .with(APPOINTMENT.ENDS_AT, slot(AppointmentRecord::slot, Slot::endsAt))
            .with(APPOINTMENT.APPOINTMENT_TYPE_ID, slot(AppointmentRecord::slot, Slot::appointmentTypeId))
            .with(APPOINTMENT.PRACTITIONER_ID, slot(AppointmentRecord::slot, Slot::practitionerId))
            .with(APPOINTMENT.LOCATION_ID, slot(AppointmentRecord::slot, Slot::locationId))
            .with(APPOINTMENT.NOTES, slot(AppointmentRecord::slot, Slot::notes))
            .with(APPOINTMENT.DID_NOT_ARRIVE, AppointmentRecord::didNotArrive)
            .with(APPOINTMENT.CANCELLED_AT, AppointmentRecord::cancelledAt)
            .with(APPOINTMENT.ARCHIVED_AT, AppointmentRecord::archivedAt)
            .with(APPOINTMENT.DELETED_AT, AppointmentRecord::deletedAt)
            .with(APPOINTMENT.CREATED_AT, AppointmentRecord::createdAt);

    static final CopyTable<ClassRecord> CLASSES = new CopyTable<>(
                    ClassRecord.class,
                    GROUP_APPOINTMENT,
                    GROUP_APPOINTMENT.GROUP_APPOINTMENT_ID,
                    GROUP_APPOINTMENT.UPDATED_AT,
                    GROUP_APPOINTMENT.GROUP_APPOINTMENT_ID)
            .with(GROUP_APPOINTMENT.STARTS_AT, slot(ClassRecord::slot, Slot::startsAt))
            .with(GROUP_APPOINTMENT.ENDS_AT, slot(ClassRecord::slot, Slot::endsAt))
            .with(GROUP_APPOINTMENT.APPOINTMENT_TYPE_ID, slot(ClassRecord::slot, Slot::appointmentTypeId))
            .with(GROUP_APPOINTMENT.PRACTITIONER_ID, slot(ClassRecord::slot, Slot::practitionerId))
            .with(GROUP_APPOINTMENT.LOCATION_ID, slot(ClassRecord::slot, Slot::locationId))
            .with(GROUP_APPOINTMENT.NOTES, slot(ClassRecord::slot, Slot::notes))
            .with(GROUP_APPOINTMENT.ARCHIVED_AT, ClassRecord::archivedAt)
            .with(GROUP_APPOINTMENT.DELETED_AT, ClassRecord::deletedAt)
            .with(GROUP_APPOINTMENT.CREATED_AT, ClassRecord::createdAt);

    static final CopyTable<AttendeeRecord> ATTENDEES = new CopyTable<>(
                    AttendeeRecord.class, ATTENDEE, ATTENDEE.ATTENDEE_ID, ATTENDEE.UPDATED_AT, ATTENDEE.PATIENT_ID)
            .with(ATTENDEE.GROUP_APPOINTMENT_ID, AttendeeRecord::classId)
            .with(ATTENDEE.PATIENT_ID, AttendeeRecord::patientId)
            .with(ATTENDEE.DID_NOT_ARRIVE, AttendeeRecord::didNotArrive)
            .with(ATTENDEE.CANCELLED_AT, AttendeeRecord::cancelledAt)
            .with(ATTENDEE.ARCHIVED_AT, AttendeeRecord::archivedAt)
            .with(ATTENDEE.DELETED_AT, AttendeeRecord::deletedAt)
            .with(ATTENDEE.CREATED_AT, AttendeeRecord::createdAt);

    static final CopyTable<AppointmentTypeRecord> APPOINTMENT_TYPES = new CopyTable<>(
                    AppointmentTypeRecord.class,
                    APPOINTMENT_TYPE,
                    APPOINTMENT_TYPE.APPOINTMENT_TYPE_ID,
                    APPOINTMENT_TYPE.UPDATED_AT,
                    APPOINTMENT_TYPE.APPOINTMENT_TYPE_ID)
            .with(APPOINTMENT_TYPE.NAME, AppointmentTypeRecord::name)
            .with(APPOINTMENT_TYPE.NAME_KEY, record -> SearchText.typeKey(record.name()))
            .with(APPOINTMENT_TYPE.ARCHIVED_AT, AppointmentTypeRecord::archivedAt);

    static final CopyTable<PractitionerRecord> PRACTITIONERS = new CopyTable<>(
                    PractitionerRecord.class,
                    PRACTITIONER,
                    PRACTITIONER.PRACTITIONER_ID,
                    PRACTITIONER.UPDATED_AT,
                    PRACTITIONER.PRACTITIONER_ID)
            .with(PRACTITIONER.NAME, PractitionerRecord::name);

    static final CopyTable<LocationRecord> LOCATIONS = new CopyTable<>(
                    LocationRecord.class, LOCATION, LOCATION.LOCATION_ID, LOCATION.UPDATED_AT, LOCATION.LOCATION_ID)
            .with(LOCATION.NAME, LocationRecord::name)
            .with(LOCATION.TIME_ZONE, LocationRecord::timeZone);

    private CopyTables() {}

    /** The table of a stream's records. */
    static CopyTable<?> of(SyncStream stream) {
        return switch (stream) {
            case PATIENTS -> PATIENTS;
            case APPOINTMENTS -> APPOINTMENTS;
            case GROUP_APPOINTMENTS -> CLASSES;
            case ATTENDEES -> ATTENDEES;
            case APPOINTMENT_TYPES -> APPOINTMENT_TYPES;
            case PRACTITIONERS -> PRACTITIONERS;
            case LOCATIONS -> LOCATIONS;
        };
    }

    private static <R, T> Function<R, @Nullable T> slot(Function<R, Slot> slot, Function<Slot, @Nullable T> member) {
        return record -> member.apply(slot.apply(record));
    }

    private static @Nullable String value(@Nullable PatientId id) {
        return id == null ? null : id.value();
    }
}
