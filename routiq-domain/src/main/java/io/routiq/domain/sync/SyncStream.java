package io.routiq.domain.sync;

import java.util.Locale;

/** The kinds of record that are read, each a stream of pages with its own watermark. */
public enum SyncStream {
    PATIENTS,
    /** Individual appointments. */
    APPOINTMENTS,
    /** Group classes. */
    GROUP_APPOINTMENTS,
    /** Places in group classes. */
    ATTENDEES,
    APPOINTMENT_TYPES,
    PRACTITIONERS,
    LOCATIONS;

    /** The lower-case name that interfaces and storage use, e.g. {@code group_appointments}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for streams without whose records nobody can say who is active: a key that may not read them fails the run. */
    public boolean isEssential() {
        return this == PATIENTS || this == APPOINTMENTS;
    }
}
