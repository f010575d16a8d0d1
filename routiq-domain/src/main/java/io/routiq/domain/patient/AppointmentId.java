package io.routiq.domain.patient;

/**
 * Identifies one patient's booking within one organization, by the id that the practice system gave. A place in a
 * group class is the attendee's id.
 *
 * @param value 1 to 64 characters
 */
public record AppointmentId(String value) {

    /** @throws IllegalArgumentException if the value is blank or too long */
    public AppointmentId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("An appointment id has 1 to 64 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
