package io.routiq.application.patient;

import java.util.Locale;

/**
 * An order of patients; the patient's id breaks ties, and patients without the value come last either way.
 *
 * @param key by what
 * @param descending true for the greatest or latest first
 */
public record PatientSort(Key key, boolean descending) {

    /** By what patients can be sorted. */
    public enum Key {
        NAME,
        /** The latest past visit. */
        LAST_APPOINTMENT,
        /** The first visit to come. */
        NEXT_APPOINTMENT,
        /** When the record came into being. */
        CREATED,
        /** The latest qualifying visit, past or to come. */
        LAST_ACTIVITY;

        /** The lower-case name that interfaces use. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
