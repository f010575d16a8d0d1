package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.SYNC_RUN;
import static java.util.Objects.requireNonNull;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.DeletionAlarm;
import io.routiq.domain.sync.StreamProgress;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOption;
import io.routiq.domain.sync.SyncOrder;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStep;
import io.routiq.domain.sync.SyncStream;
import io.routiq.domain.sync.SyncTrigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** The one place where a run's states and its row are turned into each other. */
final class SyncRunRow {

    private static final String STREAMS = "streams";

    private SyncRunRow() {}

    /** What the column {@code status} says. */
    enum State {
        QUEUED,
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLED;

        static State of(SyncRun run) {
            return switch (run) {
                case SyncRun.Queued queued -> QUEUED;
                case SyncRun.Running running -> RUNNING;
                case SyncRun.Completed completed -> COMPLETED;
                case SyncRun.Failed failed -> FAILED;
                case SyncRun.Cancelled cancelled -> CANCELLED;
            };
        }

        String code() {
            return Codes.code(this);
        }
    }

    /** The columns that never change, for a new row. */
    static Map<Field<?>, Object> order(SyncOrder order) {
        return Map.of(
                SYNC_RUN.ORGANIZATION_ID, order.organization().value(),
                SYNC_RUN.SYNC_RUN_ID, order.id().value(),
                SYNC_RUN.MODE, order.mode().code(),
                SYNC_RUN.TRIGGER, order.trigger().code(),
                SYNC_RUN.OPTIONS, order.options().stream().map(SyncOption::code).toArray(String[]::new),
                SYNC_RUN.REQUESTED_AT, order.requestedAt());
    }

    /** The columns that move with the run. */
    static Map<Field<?>, @Nullable Object> state(SyncRun run) {
        SyncProgress progress = run.progress();
        DeletionAlarm alarm = progress.alarm();
        SyncFailure failure = run instanceof SyncRun.Failed failed ? failed.failure() : null;
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(SYNC_RUN.STATUS, State.of(run).code());
        row.put(SYNC_RUN.ATTEMPT, run.attempt());
        row.put(SYNC_RUN.FENCE, run.fence());
        row.put(SYNC_RUN.FRUITLESS_ATTEMPTS, fruitless(run));
        row.put(SYNC_RUN.STEP, Codes.code(progress.step()));
        row.put(SYNC_RUN.PERCENTAGE, (short) progress.percentage());
        row.put(SYNC_RUN.ACTIVE_PATIENTS, progress.activePatients());
        row.put(SYNC_RUN.REQUESTS_MADE, progress.requestsMade());
        row.put(SYNC_RUN.ERRORS, progress.errors().toArray(String[]::new));
        row.put(SYNC_RUN.DELETION_ALARM, alarm == null ? null : alarm.code());
        row.put(SYNC_RUN.RESUME_AT, progress.resumeAt());
        row.put(SYNC_RUN.UPDATED_AT, progress.updatedAt());
        row.put(SYNC_RUN.FINISHED_AT, run instanceof SyncRun.Finished finished ? finished.finishedAt() : null);
        row.put(SYNC_RUN.FAILURE_CAUSE, failure == null ? null : failure.cause().code());
        row.put(SYNC_RUN.FAILURE_DETAIL, failure == null ? null : failure.detail());
        return row;
    }

    private static int fruitless(SyncRun run) {
        return switch (run) {
            case SyncRun.Queued queued -> queued.fruitless();
            case SyncRun.Running running -> running.fruitless();
            case SyncRun.Finished finished -> 0;
        };
    }

    /** All that {@link #run} needs, to be selected from the table of runs. */
    static List<SelectField<?>> fields(OrganizationId organization) {
        List<SelectField<?>> fields = new ArrayList<>(List.of(SYNC_RUN.fields()));
        fields.add(SyncRunStreamRows.field(organization).as(STREAMS));
        return fields;
    }

    static SyncRun run(Record row) {
        SyncOrder order = order(row);
        int attempt = row.get(SYNC_RUN.ATTEMPT);
        long fence = row.get(SYNC_RUN.FENCE);
        SyncProgress progress = progress(row);
        Instant finishedAt = row.get(SYNC_RUN.FINISHED_AT);
        return switch (Codes.parse(State.class, row.get(SYNC_RUN.STATUS))) {
            case QUEUED -> new SyncRun.Queued(order, attempt, fence, row.get(SYNC_RUN.FRUITLESS_ATTEMPTS), progress);
            case RUNNING -> new SyncRun.Running(order, attempt, fence, row.get(SYNC_RUN.FRUITLESS_ATTEMPTS), progress);
            case COMPLETED -> new SyncRun.Completed(order, attempt, fence, progress, finishedAt);
            case FAILED -> new SyncRun.Failed(order, attempt, fence, progress, finishedAt, failure(row));
            case CANCELLED -> new SyncRun.Cancelled(order, attempt, fence, progress, finishedAt);
        };
    }

    private static SyncOrder order(Record row) {
        return new SyncOrder(
                new SyncRunId(row.get(SYNC_RUN.SYNC_RUN_ID)),
                new OrganizationId(row.get(SYNC_RUN.ORGANIZATION_ID)),
                Codes.parse(SyncMode.class, row.get(SYNC_RUN.MODE)),
                Codes.parse(SyncTrigger.class, row.get(SYNC_RUN.TRIGGER)),
                Arrays.stream(row.get(SYNC_RUN.OPTIONS))
                        .map(code -> Codes.parse(SyncOption.class, code))
                        .collect(Collectors.toSet()),
                row.get(SYNC_RUN.REQUESTED_AT));
    }

    @SuppressWarnings("unchecked")
    private static SyncProgress progress(Record row) {
        String alarm = row.get(SYNC_RUN.DELETION_ALARM);
        return new SyncProgress(
                Codes.parse(SyncStep.class, row.get(SYNC_RUN.STEP)),
                row.get(SYNC_RUN.PERCENTAGE),
                (Map<SyncStream, StreamProgress>) requireNonNull(row.get(STREAMS)),
                row.get(SYNC_RUN.ACTIVE_PATIENTS),
                row.get(SYNC_RUN.REQUESTS_MADE),
                List.of(row.get(SYNC_RUN.ERRORS)),
                alarm == null ? null : Codes.parse(DeletionAlarm.class, alarm),
                row.get(SYNC_RUN.RESUME_AT),
                row.get(SYNC_RUN.UPDATED_AT));
    }

    private static SyncFailure failure(Record row) {
        return new SyncFailure(
                Codes.parse(SyncFailure.Cause.class, row.get(SYNC_RUN.FAILURE_CAUSE)),
                row.get(SYNC_RUN.FAILURE_DETAIL));
    }
}
