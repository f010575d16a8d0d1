package io.routiq.adapter.rest.patient;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Which page of the patients of a type of appointments. */
record TypeListRequest(
        @Parameter(description = "Number of the page, 1 unless given; ignored with `cursor`")
        @Min(1)
        @Max(1_000_000)
        @Nullable
        Integer page,

        @Parameter(description = "Patients a page, 50 unless given") @Min(1) @Max(200) @Nullable
        Integer limit,

        @BindParam("page_size") @Parameter(description = "The same as `limit`") @Min(1) @Max(200) @Nullable
        Integer pageSize,

        @Parameter(description = "`next_cursor` of the page before; keep the type and the days") @Nullable
        String cursor,

        @Parameter(description = "How many days back an appointment is recent, 30 unless given")
        @Min(1)
        @Max(365)
        @Nullable
        Integer days) {

    /** The same as a list of all patients would be asked for. */
    PatientListRequest of(String appointmentType) {
        return new PatientListRequest(
                page,
                limit,
                pageSize,
                cursor,
                null,
                null,
                null,
                null,
                appointmentType,
                null,
                null,
                null,
                days,
                null,
                null);
    }
}
