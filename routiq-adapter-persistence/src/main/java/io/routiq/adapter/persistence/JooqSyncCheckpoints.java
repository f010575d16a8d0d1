package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.SYNC_CHECKPOINT;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.row;

import io.routiq.application.practice.Selection;
import io.routiq.application.practice.StreamRead;
import io.routiq.application.sync.SyncCheckpoints;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

final class JooqSyncCheckpoints implements SyncCheckpoints {

    private final JooqTransactions transactions;

    JooqSyncCheckpoints(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<StreamRead> open(OrganizationId organization, SyncRunId run) {
        return transactions
                .sql(organization)
                .select(SYNC_CHECKPOINT.fields())
                .from(SYNC_CHECKPOINT)
                .where(ofRun(organization, run))
                .orderBy(SYNC_CHECKPOINT.SERIAL)
                .fetch(JooqSyncCheckpoints::read);
    }

    @Override
    public void add(OrganizationId organization, SyncRunId run, Collection<StreamRead> reads) {
        var rows = reads.stream()
                .map(read -> {
                    Stored stored = Stored.of(read.selection());
                    return row(
                            organization.value(),
                            run.value(),
                            read.stream().code(),
                            Codes.code(stored.kind()),
                            stored.since(),
                            stored.idArray(),
                            read.cursor());
                })
                .toList();
        var sql = transactions.sql(organization);
        if (!rows.isEmpty()) {
            sql.insertInto(
                            SYNC_CHECKPOINT,
                            SYNC_CHECKPOINT.ORGANIZATION_ID,
                            SYNC_CHECKPOINT.SYNC_RUN_ID,
                            SYNC_CHECKPOINT.STREAM,
                            SYNC_CHECKPOINT.SELECTION,
                            SYNC_CHECKPOINT.SINCE,
                            SYNC_CHECKPOINT.IDS,
                            SYNC_CHECKPOINT.CURSOR)
                    .valuesOfRows(rows)
                    .execute();
        }
    }

    @Override
    public void remove(OrganizationId organization, SyncRunId run, StreamRead read) {
        Stored stored = Stored.of(read.selection());
        transactions
                .sql(organization)
                .deleteFrom(SYNC_CHECKPOINT)
                .where(ofRun(organization, run))
                .and(SYNC_CHECKPOINT.STREAM.eq(read.stream().code()))
                .and(SYNC_CHECKPOINT.SELECTION.eq(Codes.code(stored.kind())))
                .and(SYNC_CHECKPOINT.SINCE.isNotDistinctFrom(stored.since()))
                .and(SYNC_CHECKPOINT.IDS.eq(stored.idArray()))
                .and(SYNC_CHECKPOINT.CURSOR.isNotDistinctFrom(read.cursor()))
                .execute();
    }

    @Override
    public void clear(OrganizationId organization, SyncRunId run) {
        transactions
                .sql(organization)
                .deleteFrom(SYNC_CHECKPOINT)
                .where(ofRun(organization, run))
                .execute();
    }

    private static Condition ofRun(OrganizationId organization, SyncRunId run) {
        return SYNC_CHECKPOINT
                .ORGANIZATION_ID
                .eq(organization.value())
                .and(SYNC_CHECKPOINT.SYNC_RUN_ID.eq(run.value()));
    }

    private static StreamRead read(Record row) {
        return new StreamRead(
                Codes.parse(SyncStream.class, row.get(SYNC_CHECKPOINT.STREAM)),
                new Stored(
                                Codes.parse(Kind.class, row.get(SYNC_CHECKPOINT.SELECTION)),
                                row.get(SYNC_CHECKPOINT.SINCE),
                                List.of(row.get(SYNC_CHECKPOINT.IDS)))
                        .selection(),
                row.get(SYNC_CHECKPOINT.CURSOR));
    }

    private enum Kind {
        EVERYTHING,
        CHANGED_SINCE,
        STARTING_FROM,
        WITH_IDS,
        OF_CLASSES,
        OF_PATIENTS
    }

    /** A selection as its three columns. */
    private record Stored(Kind kind, @Nullable Instant since, List<String> ids) {

        static Stored of(Selection selection) {
            return switch (selection) {
                case Selection.Everything everything -> new Stored(Kind.EVERYTHING, null, List.of());
                case Selection.ChangedSince changed -> new Stored(Kind.CHANGED_SINCE, changed.instant(), List.of());
                case Selection.StartingFrom starting -> new Stored(Kind.STARTING_FROM, starting.instant(), List.of());
                case Selection.WithIds with -> new Stored(Kind.WITH_IDS, null, with.ids());
                case Selection.OfClasses of -> new Stored(Kind.OF_CLASSES, null, of.ids());
                case Selection.OfPatients of -> new Stored(Kind.OF_PATIENTS, null, of.ids());
            };
        }

        Selection selection() {
            return switch (kind) {
                case EVERYTHING -> new Selection.Everything();
                case CHANGED_SINCE -> new Selection.ChangedSince(requireNonNull(since));
                case STARTING_FROM -> new Selection.StartingFrom(requireNonNull(since));
                case WITH_IDS -> new Selection.WithIds(ids);
                case OF_CLASSES -> new Selection.OfClasses(ids);
                case OF_PATIENTS -> new Selection.OfPatients(ids);
            };
        }

        String[] idArray() {
            return ids.toArray(String[]::new);
        }
    }
}
