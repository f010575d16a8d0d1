package io.routiq.adapter.rest.patient;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Collection;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which patients to list, and which page of them. Aliases of older clients count where the proper name is absent. No
 * component is a {@code List}: Spring would look for {@code name[index]} and fail at an index that is no number.
 */
record PatientListRequest(
        @Parameter(description = "Number of the page, 1 unless given; ignored with `cursor`")
        @Min(1)
        @Max(1_000_000)
        @Nullable
        Integer page,

        @Parameter(description = "Patients a page, 50 unless given") @Min(1) @Max(200) @Nullable
        Integer limit,

        @BindParam("page_size") @Parameter(description = "The same as `limit`") @Min(1) @Max(200) @Nullable
        Integer pageSize,

        @Parameter(description = "`next_cursor` of the page before; keep the filter") @Nullable
        String cursor,

        @Parameter(
                description = "Parts of a name in any order, part of an email address, a phone number in any notation,"
                        + " or a Cliniko id")
        @CodePointLength(max = 100, message = "must have 1 to 100 characters")
        @Pattern(regexp = NO_CONTROLS, message = NO_CONTROLS_MESSAGE)
        @Nullable
        String search,

        @BindParam("search_name")
        @Parameter(description = "The same as `search`")
        @CodePointLength(max = 100, message = "must have 1 to 100 characters")
        @Pattern(regexp = NO_CONTROLS, message = NO_CONTROLS_MESSAGE)
        @Nullable
        String searchName,

        @BindParam("active_only") @Parameter(description = "Only active patients") @Nullable
        Boolean activeOnly,

        @BindParam("activity_status") @Parameter(description = "Only patients with one of these; repeatable") @Nullable
        Collection<
                        @Pattern(
                                regexp = "active|recently_active|upcoming_only|inactive",
                                message = "must be active, recently_active, upcoming_only or inactive")
                        @Nullable String>
                activityStatus,

        @BindParam("appointment_type")
        @Parameter(description = "Only patients with a recent or upcoming appointment of this type; the whole name")
        @CodePointLength(max = 200, message = "must have 1 to 200 characters")
        @Pattern(regexp = NO_CONTROLS, message = NO_CONTROLS_MESSAGE)
        @Nullable
        String appointmentType,

        @BindParam("has_upcoming")
        @Parameter(description = "Only patients with, or without, upcoming appointments")
        @Nullable
        Boolean hasUpcoming,

        @BindParam("min_recent_appointments")
        @Parameter(description = "Only patients with so many recent appointments")
        @Min(0)
        @Max(10_000)
        @Nullable
        Integer minRecentAppointments,

        @BindParam("include_archived") @Parameter(description = "List archived patients too") @Nullable
        Boolean includeArchived,

        @Parameter(description = "How many days back an appointment is recent, 30 unless given")
        @Min(1)
        @Max(365)
        @Nullable
        Integer days,

        @BindParam("upcoming_days")
        @Parameter(description = "How many days ahead an appointment counts as upcoming; without it, any")
        @Min(1)
        @Max(365)
        @Nullable
        Integer upcomingDays,

        @Parameter(description = "The order; a leading `-` turns it round")
        @Pattern(
                regexp = "-?(name|last_appointment|next_appointment|created|last_activity)",
                message = "must be name, last_appointment, next_appointment, created or last_activity,"
                        + " with - in front for descending")
        @Nullable
        String sort) {

    private static final String NO_CONTROLS = "\\P{Cc}*";
    private static final String NO_CONTROLS_MESSAGE = "must not contain control characters";
    private static final int DEFAULT_LIMIT = 50;

    int pageOrFirst() {
        return page == null ? 1 : page;
    }

    int limitOrDefault() {
        if (limit != null) {
            return limit;
        }
        return pageSize == null ? DEFAULT_LIMIT : pageSize;
    }

    /** Keeps what somebody looks for out of logs. */
    @Override
    public String toString() {
        return "PatientListRequest[***]";
    }
}
