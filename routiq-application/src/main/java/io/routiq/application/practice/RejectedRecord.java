package io.routiq.application.practice;

/**
 * A record that could not be understood and was set aside.
 *
 * @param id the record's id, or {@link #NO_ID}
 * @param reason which member is wrong, without its value
 */
public record RejectedRecord(String id, String reason) {

    /** The reason of a patient whom visits name although the source does not know them. */
    public static final String NOT_THERE = "Appointments name this patient, but there is no such record";

    /** Stands for an id that could not be understood itself; such a record cannot be asked for. */
    public static final String NO_ID = "?";
}
