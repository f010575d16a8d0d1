package io.routiq.application.administration;

import io.routiq.application.administration.OldRecords.Counts;
import io.routiq.application.administration.OldRecords.Limits;
import io.routiq.application.idempotency.Claim;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;

/** Deletes what has outlived its use, bit by bit. Audit entries live as long as the law asks for, whatever is wished. */
public final class CleanUpDatabase {

    /** The shortest that the laws of the practices' countries allow. */
    public static final Period LEAST_AUDIT_RETENTION = Period.ofYears(6);

    private final OldRecords records;
    private final Period auditRetention;
    private final InstantSource clock;

    /** @throws IllegalArgumentException if audit entries would not live for six years */
    public CleanUpDatabase(OldRecords records, Period auditRetention, InstantSource clock) {
        if (auditRetention.toTotalMonths() < LEAST_AUDIT_RETENTION.toTotalMonths()) {
            throw new IllegalArgumentException("Audit entries have to live for six years");
        }
        this.records = records;
        this.auditRetention = auditRetention;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param limits what counted as old
     * @param counts of what was deleted, or would have been
     * @param retainedAuditEntries of the age that was asked for, which the law keeps
     * @param auditRetention for how long it does
     */
    public record Outcome(
            Limits limits, Counts counts, long retainedAuditEntries, Period auditRetention, Instant completedAt) {}

    /**
     * Deletes what is older than so many days.
     *
     * @param dryRun true to count only
     */
    public Outcome cleanUp(int days, boolean dryRun) {
        Instant now = clock.instant();
        Instant wished = now.minus(Duration.ofDays(days));
        Instant floor = now.atOffset(ZoneOffset.UTC).minus(auditRetention).toInstant();
        Instant auditBefore = wished.isBefore(floor) ? wished : floor;
        Limits limits = new Limits(wished, auditBefore, now.minus(Claim.KEPT_FOR));
        Counts counts = dryRun ? records.count(limits) : deleteAll(limits);
        return new Outcome(
                limits, counts, records.countAuditEntries(auditBefore, wished), auditRetention, clock.instant());
    }

    private Counts deleteAll(Limits limits) {
        Counts all = Counts.NONE;
        Counts some = records.deleteSome(limits);
        while (!some.equals(Counts.NONE)) {
            all = all.plus(some);
            some = records.deleteSome(limits);
        }
        return all;
    }
}
