package io.routiq.adapter.rest.administration;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** What to clean up, as parameters or as a body. */
record CleanupRequest(
        @BindParam("days_old")
        @Parameter(description = "Delete what is older than so many days, 90 unless given")
        @Min(30)
        @Max(3650)
        @Nullable
        Integer daysOld,

        @BindParam("dry_run") @Parameter(description = "Only count what would be deleted") @Nullable
        Boolean dryRun) {

    /** What is said here, and where nothing is, what is said there. */
    CleanupRequest orElse(@Nullable CleanupRequest other) {
        return other == null
                ? this
                : new CleanupRequest(daysOld == null ? other.daysOld : daysOld, dryRun == null ? other.dryRun : dryRun);
    }

    int days() {
        return daysOld == null ? 90 : daysOld;
    }

    boolean isDry() {
        return Boolean.TRUE.equals(dryRun);
    }
}
