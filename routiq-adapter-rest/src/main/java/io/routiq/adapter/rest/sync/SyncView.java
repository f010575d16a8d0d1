package io.routiq.adapter.rest.sync;

import io.routiq.domain.sync.DeletionAlarm;
import io.routiq.domain.sync.StreamProgress;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncStream;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What clients are told of a run's state. */
final class SyncView {

    private SyncView() {}

    @Schema(name = "SyncFailure")
    record Failure(String code, String message, String hint, boolean retryable) {}

    @Schema(name = "SyncStream")
    record Stream(
            String name,
            long fetched,
            @Nullable Long total,
            long failed,
            @Nullable Instant asOf,
            @Nullable Differences differences) {}

    @Schema(name = "SyncDifferences")
    record Differences(
            @Schema(description = "The source has them and the copy has not")
            long missing,

            @Schema(description = "The copy holds them otherwise than the source")
            long outdated,

            @Schema(description = "The copy holds them and the source has them no more")
            long vanished) {}

    @Schema(name = "DeletionAlarm")
    record Alarm(
            @Schema(allowableValues = {"too_many", "short_read", "other_reader"})
            String code,

            String message,
            String hint) {}

    static String status(SyncRun run) {
        return switch (run) {
            case SyncRun.Active active -> isBeforeFirstPage(active.progress()) ? "starting" : "running";
            case SyncRun.Completed completed -> "completed";
            case SyncRun.Failed failed -> "failed";
            case SyncRun.Cancelled cancelled -> "cancelled";
        };
    }

    private static boolean isBeforeFirstPage(SyncProgress progress) {
        return progress.streams().values().stream().noneMatch(stream -> stream.asOf() != null);
    }

    static String currentStep(SyncRun run) {
        return switch (run) {
            case SyncRun.Active active ->
                active.progress().resumeAt() == null
                        ? active.progress().step().sentence()
                        : "Waiting until the practice system takes more requests...";
            case SyncRun.Completed completed -> completed.progress().step().sentence();
            case SyncRun.Failed failed -> "Failed: " + failed.failure().message();
            case SyncRun.Cancelled cancelled -> "Cancelled";
        };
    }

    static @Nullable Instant completedAt(SyncRun run) {
        return run instanceof SyncRun.Finished finished ? finished.finishedAt() : null;
    }

    static @Nullable Instant estimatedCompletion(SyncRun run) {
        return run instanceof SyncRun.Active active
                ? active.progress()
                        .estimatedCompletion(active.order().requestedAt())
                        .orElse(null)
                : null;
    }

    static @Nullable Failure failure(SyncRun run) {
        return reason(run)
                .map(why -> new Failure(
                        why.cause().code(), why.message(), why.cause().hint(), why.retryable()))
                .orElse(null);
    }

    private static Optional<SyncFailure> reason(SyncRun run) {
        return switch (run) {
            case SyncRun.Failed failed -> Optional.of(failed.failure());
            case SyncRun.Cancelled cancelled -> Optional.of(SyncFailure.of(SyncFailure.Cause.CANCELLED));
            case SyncRun.Active active -> Optional.empty();
            case SyncRun.Completed completed -> Optional.empty();
        };
    }

    /** What was left aside, and last why the run failed, if it did. */
    static List<String> errors(SyncRun run) {
        List<String> errors = new ArrayList<>(run.progress().errors());
        if (run instanceof SyncRun.Failed failed) {
            errors.add(failed.failure().message());
        }
        return errors;
    }

    /** Whoever leaves something aside cannot say that all is equal. */
    static @Nullable Boolean verified(SyncRun run) {
        if (!isVerification(run) || !(run instanceof SyncRun.Completed)) {
            return null;
        }
        SyncProgress progress = run.progress();
        boolean equal = progress.differences().equals(io.routiq.domain.sync.Differences.NONE);
        return equal && progress.errors().isEmpty() && progress.alarm() == null;
    }

    static @Nullable Differences differences(SyncRun run, io.routiq.domain.sync.Differences found) {
        return isVerification(run) ? new Differences(found.missing(), found.outdated(), found.vanished()) : null;
    }

    private static boolean isVerification(SyncRun run) {
        return run.order().mode() == SyncMode.VERIFY;
    }

    static @Nullable Alarm alarm(SyncProgress progress) {
        DeletionAlarm alarm = progress.alarm();
        return alarm == null ? null : new Alarm(alarm.code(), alarm.message(), alarm.hint());
    }

    static List<Stream> streams(SyncRun run) {
        return run.progress().streams().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> stream(run, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream stream(SyncRun run, SyncStream name, StreamProgress progress) {
        return new Stream(
                name.code(),
                progress.fetched(),
                progress.total(),
                progress.failed(),
                progress.asOf(),
                differences(run, progress.differences()));
    }
}
