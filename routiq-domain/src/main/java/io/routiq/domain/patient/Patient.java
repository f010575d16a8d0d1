package io.routiq.domain.patient;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person whom the practice treats, as far as the product serves it.
 *
 * @param id the practice system's id
 * @param firstName as written by the practice, or null
 * @param lastName as written by the practice, or null
 * @param email as written by the practice, or null
 * @param phone the number to call: mobile first, E.164 where it could be parsed, else as written; or null
 * @param archivedAt when the practice archived the record, or null while it is in use
 * @param mergedInto the surviving patient if this one was merged away, or null
 * @param createdAt when the record came into being at the source
 * @param updatedAt the record's version at the source, whole seconds
 */
public record Patient(
        PatientId id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Instant archivedAt,
        @Nullable PatientId mergedInto,
        Instant createdAt,
        Instant updatedAt) {

    /** The name to show: first and last name as far as they are known, else {@code Patient <id>}. */
    public String name() {
        String known = (orEmpty(firstName) + " " + orEmpty(lastName)).strip();
        return known.isEmpty() ? "Patient " + id : known;
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part.strip();
    }

    /** Names the patient by id alone, so that no log line carries a person's name. */
    @Override
    public String toString() {
        return "Patient[" + id + "]";
    }
}
