package io.routiq.application.patient;

import static java.util.stream.Collectors.toMap;

import io.routiq.application.Transactions;
import io.routiq.application.audit.AuditTrail;
import io.routiq.application.audit.ReadEvent;
import io.routiq.application.practice.Freshness;
import io.routiq.application.practice.Watermarks;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityPolicy;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.Appointment;
import io.routiq.domain.patient.PatientActivity;
import io.routiq.domain.patient.PatientActivity.Reason;
import io.routiq.domain.patient.PatientId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Says why a patient is active or not, visit by visit, and leaves an audit entry in the same transaction. */
public final class ExplainActivity {

    private final Transactions transactions;
    private final PatientVisits visits;
    private final Watermarks watermarks;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ExplainActivity(
            Transactions transactions,
            PatientVisits visits,
            Watermarks watermarks,
            AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.visits = visits;
        this.watermarks = watermarks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param activity what the rules say
     * @param evidence the visits that decide, by start
     * @param ignored the visits that do not count, by start, each with the reason
     * @param evaluatedAt the instant that this holds for
     * @param dataAsOf up to when the visits in the window are known complete, or empty while something may be missing
     */
    public record Explanation(
            PatientActivity activity,
            List<Visit> evidence,
            List<Ignored> ignored,
            Instant evaluatedAt,
            Optional<Instant> dataAsOf) {

        public Explanation {
            evidence = List.copyOf(evidence);
            ignored = List.copyOf(ignored);
        }
    }

    /** A visit that does not count, and why. */
    public record Ignored(Visit visit, Reason reason) {}

    /** Empty if the lists know no such patient; then nothing is shown, and no entry written. */
    public Optional<Explanation> explain(
            OrganizationId organization, PatientId patient, ActivityWindow window, ReadEvent.Reader reader) {
        Instant now = clock.instant();
        return transactions.reading(
                organization,
                () -> visits.history(organization, patient).map(history -> {
                    audit.record(organization, new ReadEvent(reader, "explain_activity", List.of(patient), now));
                    return explanation(
                            history,
                            new ActivityPolicy(window),
                            now,
                            Freshness.asOf(watermarks.all(organization), window.from(now)));
                }));
    }

    private static Explanation explanation(
            List<Visit> history, ActivityPolicy policy, Instant now, Optional<Instant> dataAsOf) {
        Map<Appointment, Visit> details =
                history.stream().collect(toMap(Visit::appointment, Function.identity(), (visit, same) -> visit));
        PatientActivity activity =
                policy.assess(history.stream().map(Visit::appointment).toList(), now);
        return new Explanation(
                activity,
                activity.evidence().stream()
                        .map(decisive -> Objects.requireNonNull(details.get(decisive)))
                        .toList(),
                activity.ignored().stream()
                        .map(left ->
                                new Ignored(Objects.requireNonNull(details.get(left.appointment())), left.reason()))
                        .toList(),
                now,
                dataAsOf);
    }
}
