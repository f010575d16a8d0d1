package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.SYNC_RUN;
import static io.routiq.adapter.persistence.jooq.Tables.SYNC_RUN_STREAM;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.Differences;
import io.routiq.domain.sync.StreamProgress;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;

/** How far a run is with each stream, and the rows that say so. */
final class SyncRunStreamRows {

    /** What moves with the run. */
    private static final List<Field<?>> STATE = List.of(
            SYNC_RUN_STREAM.FETCHED,
            SYNC_RUN_STREAM.TOTAL,
            SYNC_RUN_STREAM.FAILED,
            SYNC_RUN_STREAM.MISSING,
            SYNC_RUN_STREAM.OUTDATED,
            SYNC_RUN_STREAM.VANISHED,
            SYNC_RUN_STREAM.AS_OF);

    private SyncRunStreamRows() {}

    /** A run's streams, to be selected from the table of runs. */
    static Field<Map<SyncStream, StreamProgress>> field(OrganizationId organization) {
        return multiset(select(SYNC_RUN_STREAM.fields())
                        .from(SYNC_RUN_STREAM)
                        .where(SYNC_RUN_STREAM.ORGANIZATION_ID.eq(organization.value()))
                        .and(SYNC_RUN_STREAM.SYNC_RUN_ID.eq(SYNC_RUN.SYNC_RUN_ID)))
                .convertFrom(SyncRunStreamRows::streams);
    }

    private static Map<SyncStream, StreamProgress> streams(Result<Record> rows) {
        Map<SyncStream, StreamProgress> streams = new EnumMap<>(SyncStream.class);
        rows.forEach(row -> streams.put(
                Codes.parse(SyncStream.class, row.get(SYNC_RUN_STREAM.STREAM)),
                new StreamProgress(
                        row.get(SYNC_RUN_STREAM.FETCHED),
                        row.get(SYNC_RUN_STREAM.TOTAL),
                        row.get(SYNC_RUN_STREAM.FAILED),
                        new Differences(
                                row.get(SYNC_RUN_STREAM.MISSING),
                                row.get(SYNC_RUN_STREAM.OUTDATED),
                                row.get(SYNC_RUN_STREAM.VANISHED)),
                        row.get(SYNC_RUN_STREAM.AS_OF))));
        return streams;
    }

    /** Writes the rows that have changed. */
    static void save(DSLContext sql, OrganizationId organization, SyncRun run) {
        var rows = run.progress().streams().entrySet().stream()
                .map(stream -> row(
                        organization.value(),
                        run.id().value(),
                        stream.getKey().code(),
                        stream.getValue().fetched(),
                        stream.getValue().total(),
                        stream.getValue().failed(),
                        stream.getValue().differences().missing(),
                        stream.getValue().differences().outdated(),
                        stream.getValue().differences().vanished(),
                        stream.getValue().asOf()))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        sql.insertInto(
                        SYNC_RUN_STREAM,
                        SYNC_RUN_STREAM.ORGANIZATION_ID,
                        SYNC_RUN_STREAM.SYNC_RUN_ID,
                        SYNC_RUN_STREAM.STREAM,
                        SYNC_RUN_STREAM.FETCHED,
                        SYNC_RUN_STREAM.TOTAL,
                        SYNC_RUN_STREAM.FAILED,
                        SYNC_RUN_STREAM.MISSING,
                        SYNC_RUN_STREAM.OUTDATED,
                        SYNC_RUN_STREAM.VANISHED,
                        SYNC_RUN_STREAM.AS_OF)
                .valuesOfRows(rows)
                .onConflict(SYNC_RUN_STREAM.ORGANIZATION_ID, SYNC_RUN_STREAM.SYNC_RUN_ID, SYNC_RUN_STREAM.STREAM)
                .doUpdate()
                .setAllToExcluded()
                .where(row(STATE)
                        .isDistinctFrom(
                                row(STATE.stream().map(field -> excluded(field)).toList())))
                .execute();
    }
}
