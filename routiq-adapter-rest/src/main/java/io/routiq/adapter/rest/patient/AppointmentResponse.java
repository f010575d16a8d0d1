package io.routiq.adapter.rest.patient;

import io.routiq.application.patient.Visit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An appointment, or a place in a class. */
@Schema(description = "An appointment, or a place in a class: the notes are those of the class then")
record AppointmentResponse(
        String id,
        Instant date,
        @Nullable Instant endsAt,
        @Nullable String type,
        @Nullable String practitioner,
        @Nullable String location,
        @Nullable String notes) {

    static AppointmentResponse of(Visit visit) {
        return new AppointmentResponse(
                visit.appointment().id().value(),
                visit.appointment().startsAt(),
                visit.endsAt(),
                visit.type(),
                visit.practitioner(),
                visit.location(),
                visit.notes());
    }

    /** Keeps notes out of logs. */
    @Override
    public String toString() {
        return "AppointmentResponse[" + id + "]";
    }
}
