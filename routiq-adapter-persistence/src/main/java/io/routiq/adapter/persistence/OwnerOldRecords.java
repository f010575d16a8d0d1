package io.routiq.adapter.persistence;

import io.routiq.application.administration.OldRecords;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Works across organizations, and as the owner: the policies of V10 let the owner see and delete what these statements
 * are about and nothing else, and the role that serves cannot do it at all.
 */
final class OwnerOldRecords implements OldRecords {

    private static final int MOST_AT_ONCE = 1000;

    /** An organization's newest completed run tells when it was last synchronised, so it stays. */
    private static final String OLD_RUNS = """
            select organization_id, sync_run_id
            from sync_run
            where finished_at < :before
              and (status <> 'completed'
                or exists (select
                           from sync_run newer
                           where newer.organization_id = sync_run.organization_id
                             and newer.status = 'completed'
                             and newer.finished_at > sync_run.finished_at))
            """;

    private static final String COUNT_RUNS = """
            with old as (%s)
            select (select count(*) from old) as runs,
                   (select count(*) from sync_run_stream join old using (organization_id, sync_run_id)) as events
            """.formatted(OLD_RUNS);

    /** The streams go with their runs; they are counted as they were before. */
    private static final String DELETE_RUNS = """
            with old as (%s order by finished_at limit :most),
                 gone as (delete from sync_run using old
                          where sync_run.organization_id = old.organization_id
                            and sync_run.sync_run_id = old.sync_run_id
                          returning old.organization_id, old.sync_run_id)
            select (select count(*) from gone) as runs,
                   (select count(*) from sync_run_stream join gone using (organization_id, sync_run_id)) as events
            """.formatted(OLD_RUNS);

    private static final String DELETE_ENTRIES = """
            delete from audit_entry
            where ctid = any (array(select ctid from audit_entry where occurred_at < :before limit :most))
            """;

    private static final String DELETE_KEYS = """
            delete from idempotency_key
            where ctid = any (array(select ctid from idempotency_key where claimed_at < :before limit :most))
            """;

    private final JdbcClient database;

    OwnerOldRecords(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Counts count(Limits limits) {
        Counts runs = runs(COUNT_RUNS, limits.runsBefore());
        long keys = number("select count(*) from idempotency_key where claimed_at < :before", limits.keysBefore());
        return new Counts(
                runs.syncRuns(),
                runs.syncEvents(),
                countAuditEntries(Instant.EPOCH, limits.auditEntriesBefore()),
                keys);
    }

    @Override
    public long countAuditEntries(Instant from, Instant before) {
        return database.sql("select count(*) from audit_entry where occurred_at >= :from and occurred_at < :before")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public Counts deleteSome(Limits limits) {
        Counts runs = runs(DELETE_RUNS, limits.runsBefore());
        return new Counts(
                runs.syncRuns(),
                runs.syncEvents(),
                delete(DELETE_ENTRIES, limits.auditEntriesBefore()),
                delete(DELETE_KEYS, limits.keysBefore()));
    }

    private Counts runs(String statement, Instant before) {
        return limited(statement, before)
                .query((row, number) -> new Counts(row.getLong("runs"), row.getLong("events"), 0, 0))
                .single();
    }

    private long number(String statement, Instant before) {
        return limited(statement, before).query(Long.class).single();
    }

    private int delete(String statement, Instant before) {
        return limited(statement, before).update();
    }

    private JdbcClient.StatementSpec limited(String statement, Instant before) {
        return database.sql(statement)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", MOST_AT_ONCE);
    }
}
