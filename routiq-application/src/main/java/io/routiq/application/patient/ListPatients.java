package io.routiq.application.patient;

import io.routiq.application.Transactions;
import io.routiq.application.audit.AuditTrail;
import io.routiq.application.audit.ReadEvent;
import io.routiq.application.practice.Freshness;
import io.routiq.application.practice.Watermarks;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Lists patients by activity, page by page, and leaves an audit entry in the same transaction. */
public final class ListPatients {

    /** Pages that are read one after another are of the same instant; whoever comes later gets a page of now. */
    private static final Duration LONGEST_READING = Duration.ofHours(1);

    private final Transactions transactions;
    private final Patients patients;
    private final Watermarks watermarks;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ListPatients(
            Transactions transactions,
            Patients patients,
            Watermarks watermarks,
            AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.patients = patients;
        this.watermarks = watermarks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param evaluatedAt the instant that the activity was computed for
     * @param dataAsOf up to when the list is known complete, or empty while something may be missing
     * @param syncedAt up to when the patients' own records are known, or empty
     */
    public record Listing(
            PatientQuery.Page page, Instant evaluatedAt, Optional<Instant> dataAsOf, Optional<Instant> syncedAt) {}

    public Listing list(OrganizationId organization, PatientQuery query, ReadEvent.Reader reader) {
        return list(organization, query, reader, "list_patients");
    }

    /** The same as a part of something larger, which the audit entry is to name. */
    Listing list(OrganizationId organization, PatientQuery query, ReadEvent.Reader reader, String action) {
        Instant now = clock.instant();
        Instant evaluatedAt = query.after()
                .map(PatientQuery.Position::evaluatedAt)
                .filter(instant -> !instant.isBefore(now.minus(LONGEST_READING)))
                .orElse(now);
        return transactions.reading(organization, () -> {
            PatientQuery.Page page = patients.list(organization, query, evaluatedAt);
            Map<SyncStream, Watermark> known = watermarks.all(organization);
            audit.record(
                    organization,
                    new ReadEvent(
                            reader,
                            action,
                            page.patients().stream()
                                    .map(summary -> summary.patient().id())
                                    .toList(),
                            now));
            return new Listing(
                    page,
                    evaluatedAt,
                    Freshness.asOf(known, query.window().from(evaluatedAt)),
                    Optional.ofNullable(known.get(SyncStream.PATIENTS)).map(Watermark::asOf));
        });
    }
}
