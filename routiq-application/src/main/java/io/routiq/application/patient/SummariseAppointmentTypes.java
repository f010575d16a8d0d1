package io.routiq.application.patient;

import io.routiq.application.Transactions;
import io.routiq.application.practice.Freshness;
import io.routiq.application.practice.Watermarks;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Tells who comes for what; names nobody. */
public final class SummariseAppointmentTypes {

    private final Transactions transactions;
    private final AppointmentTypes types;
    private final Watermarks watermarks;
    private final InstantSource clock;

    public SummariseAppointmentTypes(
            Transactions transactions, AppointmentTypes types, Watermarks watermarks, InstantSource clock) {
        this.transactions = transactions;
        this.types = types;
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param dataAsOf up to when the figures are known complete, or empty while something may be missing
     */
    public record Summary(TypeStatistics statistics, Optional<Instant> dataAsOf) {}

    public Summary summarise(OrganizationId organization, ActivityWindow window) {
        Instant now = clock.instant();
        return transactions.reading(
                organization,
                () -> new Summary(
                        types.statistics(organization, window, now),
                        Freshness.asOf(watermarks.all(organization), window.from(now))));
    }
}
