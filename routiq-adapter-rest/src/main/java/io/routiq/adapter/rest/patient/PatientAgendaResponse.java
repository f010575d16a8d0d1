package io.routiq.adapter.rest.patient;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.routiq.application.patient.Agenda;
import io.routiq.application.patient.Countdown;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A patient with the appointments around the instant of the answer; only qualifying ones count. */
record PatientAgendaResponse(
        @JsonUnwrapped PatientResponse patient,

        @Schema(description = "The newest 20 in the window, by date")
        List<AppointmentResponse> recentAppointments,

        @Schema(description = "The next 20, by date") List<AppointmentResponse> upcomingAppointments,

        @Schema(description = "Notes of the latest past appointment that has any, however long ago") @Nullable
        String treatmentNotes,

        @Schema(
                description =
                        "How soon the next appointment is: `high` within 24 hours, `medium` within 72, else `low`",
                allowableValues = {"high", "medium", "low"})
        String priority,

        @Schema(description = "From `definition.evaluated_at`, one decimal") @Nullable
        Double hoursUntilNextAppointment,

        @Schema(description = "From `definition.evaluated_at`, one decimal; days of 24 hours") @Nullable
        Double daysUntilNextAppointment) {

    static PatientAgendaResponse of(PatientResponse patient, Agenda agenda, Countdown countdown) {
        return new PatientAgendaResponse(
                patient,
                agenda.recent().stream().map(AppointmentResponse::of).toList(),
                agenda.upcoming().stream().map(AppointmentResponse::of).toList(),
                agenda.notes().orElse(null),
                countdown.priority().code(),
                countdown.hours(),
                countdown.days());
    }

    /** Keeps notes out of logs. */
    @Override
    public String toString() {
        return "PatientAgendaResponse[" + patient.id() + "]";
    }
}
