package io.routiq.domain.patient;

/**
 * Identifies a patient within one organization, by the id that the practice system gave.
 *
 * @param value 1 to 64 characters; practice systems use up to 19 digits, so it is never to be read as a number
 */
public record PatientId(String value) {

    /** @throws IllegalArgumentException if the value is blank or too long */
    public PatientId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A patient id has 1 to 64 characters");
        }
    }

    /** True if the text can be the id of a patient. */
    public static boolean isValid(String text) {
        return !text.isBlank() && text.length() <= 64;
    }

    @Override
    public String toString() {
        return value;
    }
}
