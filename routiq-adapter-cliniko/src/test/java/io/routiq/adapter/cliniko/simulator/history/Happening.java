package io.routiq.adapter.cliniko.simulator.history;

/** What can happen at a practice between two requests. */
public enum Happening {
    CREATE_PATIENT,
    /** With no name, e-mail or telephone number at all. */
    CREATE_NAMELESS_PATIENT,
    /** Many in one second. */
    CREATE_MANY_PATIENTS,
    /** By a transaction that took minutes: the record is dated back to its beginning. */
    CREATE_PATIENT_LATE,
    RENAME_PATIENT,
    CHANGE_CONTACT,
    ARCHIVE_PATIENT,
    RESTORE_PATIENT,
    DELETE_PATIENT,
    /** Of any two, so chains and cycles come about. */
    MERGE_PATIENTS,
    UNMERGE_PATIENT,
    TOUCH_PATIENT,
    /** Many in one second. */
    TOUCH_MANY_PATIENTS,
    CREATE_APPOINTMENT,
    CREATE_APPOINTMENT_LATE,
    /** Of a patient whom the practice does not know. */
    CREATE_APPOINTMENT_OF_NOBODY,
    RESCHEDULE_APPOINTMENT,
    /** Many in one second. */
    RESCHEDULE_MANY_APPOINTMENTS,
    NOTE_ON_APPOINTMENT,
    PATIENT_ARRIVES,
    PATIENT_STAYS_AWAY,
    CANCEL_APPOINTMENT,
    ARCHIVE_APPOINTMENT,
    RESTORE_APPOINTMENT,
    DELETE_APPOINTMENT,
    CREATE_CLASS,
    RESCHEDULE_CLASS,
    ARCHIVE_CLASS,
    RESTORE_CLASS,
    DELETE_CLASS,
    ADD_ATTENDEE,
    CANCEL_ATTENDEE,
    ATTENDEE_ARRIVES,
    ATTENDEE_STAYS_AWAY,
    ARCHIVE_ATTENDEE,
    DELETE_ATTENDEE,
    HIRE_PRACTITIONER,
    DEACTIVATE_PRACTITIONER,
    REACTIVATE_PRACTITIONER,
    OPEN_LOCATION,
    CLOSE_LOCATION,
    CREATE_APPOINTMENT_TYPE,
    RETIRE_APPOINTMENT_TYPE,
    /** Nothing happens for seconds, hours or days. */
    TIME_PASSES,
    /** The reader's clock is set forward or, by less than five minutes, back. */
    READERS_CLOCK_JUMPS;

    /** Whether it erases records. */
    public boolean deletes() {
        return switch (this) {
            case DELETE_PATIENT, DELETE_APPOINTMENT, DELETE_CLASS, DELETE_ATTENDEE -> true;
            default -> false;
        };
    }
}
