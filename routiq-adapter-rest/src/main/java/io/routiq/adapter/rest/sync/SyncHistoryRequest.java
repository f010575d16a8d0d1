package io.routiq.adapter.rest.sync;

import io.routiq.application.sync.SyncRuns.Filter;
import io.routiq.application.sync.SyncRuns.Status;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncRunId;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Which runs to list. */
record SyncHistoryRequest(
        @Parameter(description = "Runs a page, 10 unless given") @Min(1) @Max(100) @Nullable
        Integer limit,

        @Parameter(description = "`next_cursor` of the page before") @Nullable
        String cursor,

        @Parameter(description = "Only runs in this state; `starting` and `running` both mean the active one")
        @Pattern(
                regexp = "starting|running|completed|failed|cancelled",
                message = "must be starting, running, completed, failed or cancelled")
        @Nullable
        String status,

        @BindParam("sync_mode")
        @Parameter(description = "Only runs of this mode")
        @Pattern(regexp = "active|full|incremental|verify", message = "must be active, full, incremental or verify")
        @Nullable
        String syncMode) {

    /** What a cursor of this listing is bound to. */
    record Listing(@Nullable String status, @Nullable String syncMode) {}

    Listing listing() {
        return new Listing(status, syncMode);
    }

    Filter filter(Optional<SyncRunId> before) {
        return new Filter(
                Optional.ofNullable(status).map(SyncHistoryRequest::storedStatus),
                Optional.ofNullable(syncMode).flatMap(SyncMode::ofCode),
                before,
                limit == null ? 10 : limit);
    }

    private static Status storedStatus(String status) {
        return switch (status) {
            case "completed" -> Status.COMPLETED;
            case "failed" -> Status.FAILED;
            case "cancelled" -> Status.CANCELLED;
            default -> Status.ACTIVE;
        };
    }
}
