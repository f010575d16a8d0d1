package io.routiq.application.administration;

import java.time.Instant;

/**
 * What has outlived its use, of all organizations: counted and deleted, never shown. Active runs, each organization's
 * newest completed run and anything younger than the limits are never touched, and the store itself refuses to delete
 * runs younger than 30 days, audit entries younger than six years and keys younger than a day. Not to be called inside
 * a transaction.
 */
public interface OldRecords {

    /** How many there are. */
    Counts count(Limits limits);

    /** How many audit entries there are from one instant until before another. */
    long countAuditEntries(Instant from, Instant before);

    /** Deletes some of them, in transactions short enough to hold nobody up; none if there are none left. */
    Counts deleteSome(Limits limits);

    /**
     * What counts as old.
     *
     * @param runsBefore runs that ended before
     * @param auditEntriesBefore audit entries of before
     * @param keysBefore idempotency keys used before
     */
    record Limits(Instant runsBefore, Instant auditEntriesBefore, Instant keysBefore) {}

    /**
     * So many of each.
     *
     * @param syncEvents what is kept of each stream of the runs
     */
    record Counts(long syncRuns, long syncEvents, long auditEntries, long idempotencyKeys) {

        public static final Counts NONE = new Counts(0, 0, 0, 0);

        public Counts plus(Counts more) {
            return new Counts(
                    syncRuns + more.syncRuns,
                    syncEvents + more.syncEvents,
                    auditEntries + more.auditEntries,
                    idempotencyKeys + more.idempotencyKeys);
        }
    }
}
