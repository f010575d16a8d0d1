package io.routiq.adapter.rest.patient;

import io.routiq.domain.patient.ActivityWindow;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** How far back to look. */
record WindowRequest(
        @Parameter(description = "How many days back an appointment is recent, 30 unless given")
        @Min(1)
        @Max(365)
        @Nullable
        Integer days) {

    ActivityWindow window() {
        return days == null ? ActivityWindow.DEFAULT : ActivityWindow.recent(days);
    }
}
