package io.routiq.application.patient;

import io.routiq.domain.patient.Appointment;
import io.routiq.domain.patient.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appointment or a place in a class, with all that is shown of it.
 *
 * @param endsAt or null where the source does not say
 * @param type the type's name, or null if there is none or it is not known
 * @param practitioner the practitioner's name, or null likewise
 * @param location the location's name, or null likewise
 * @param notes the booking's own notes, those of the class for a place in one, or null; personal data
 */
public record Visit(
        PatientId patient,
        Appointment appointment,
        @Nullable Instant endsAt,
        @Nullable String type,
        @Nullable String practitioner,
        @Nullable String location,
        @Nullable String notes) {

    /** True if the notes say anything. */
    boolean isNoted() {
        return notes != null && !notes.isBlank();
    }

    /** Names the booking alone, so that no log line carries notes. */
    @Override
    public String toString() {
        return "Visit[" + appointment.id() + "]";
    }
}
