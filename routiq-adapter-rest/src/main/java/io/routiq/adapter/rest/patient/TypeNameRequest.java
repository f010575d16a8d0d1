package io.routiq.adapter.rest.patient;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.springframework.web.bind.annotation.BindParam;

/** Which type of appointments. */
record TypeNameRequest(
        @BindParam("appointment_type")
        @Parameter(description = "The type's whole name; case does not matter", example = "Physio / Long")
        @NotNull(message = "must be given")
        @CodePointLength(max = 200, message = "must have 1 to 200 characters")
        @Pattern(regexp = "\\P{Cc}*", message = "must not contain control characters")
        String appointmentType) {}
