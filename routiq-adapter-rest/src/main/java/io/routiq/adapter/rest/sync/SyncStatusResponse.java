package io.routiq.adapter.rest.sync;

import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncStep;
import io.routiq.domain.sync.SyncStream;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far one run is. */
record SyncStatusResponse(
        String organizationId,
        String syncId,
        String syncMode,

        @Schema(allowableValues = {"starting", "running", "completed", "failed", "cancelled"})
        String status,

        @Schema(description = "Never falls; 100 only after the last commit")
        int progressPercentage,

        String currentStep,
        int currentStepNumber,
        int totalSteps,
        long patientsFound,

        @Schema(description = "Individual appointments read so far; group classes are in `streams`")
        long appointmentsFound,

        long activePatientsIdentified,
        long activePatientsStored,
        Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant estimatedCompletion,

        @Schema(description = "While the run waits for Cliniko's rate limit: when it goes on") @Nullable
        Instant resumeAt,

        List<String> errors,
        SyncView.@Nullable Failure failure,
        List<SyncView.Stream> streams,

        @Schema(description = "Of a completed run of mode `verify`: whether the copy equals the source") @Nullable
        Boolean verified,

        @Schema(description = "Of a run of mode `verify`: what differs, mended if that was asked for")
        SyncView.@Nullable Differences differences,

        @Schema(description = "Why records that have vanished at the source were not deleted, if so")
        SyncView.@Nullable Alarm alarm,

        int attempt,
        Instant lastUpdated) {

    static SyncStatusResponse of(SyncRun run) {
        SyncProgress progress = run.progress();
        Instant completedAt = SyncView.completedAt(run);
        return new SyncStatusResponse(
                run.organization().value(),
                run.id().value(),
                run.order().mode().code(),
                SyncView.status(run),
                progress.percentage(),
                SyncView.currentStep(run),
                progress.step().number(),
                SyncStep.values().length,
                progress.stream(SyncStream.PATIENTS).fetched(),
                progress.stream(SyncStream.APPOINTMENTS).fetched(),
                progress.activePatients(),
                progress.activePatients(),
                run.order().requestedAt(),
                completedAt,
                SyncView.estimatedCompletion(run),
                completedAt == null ? progress.resumeAt() : null,
                SyncView.errors(run),
                SyncView.failure(run),
                SyncView.streams(run),
                SyncView.verified(run),
                SyncView.differences(run, progress.differences()),
                SyncView.alarm(progress),
                run.attempt(),
                completedAt == null ? progress.updatedAt() : completedAt);
    }
}
