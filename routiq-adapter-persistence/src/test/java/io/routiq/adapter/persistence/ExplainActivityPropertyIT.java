package io.routiq.adapter.persistence;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Organizations;
import io.routiq.application.audit.AuditTrail;
import io.routiq.application.audit.ReadEvent;
import io.routiq.application.patient.ExplainActivity;
import io.routiq.application.patient.ExplainActivity.Explanation;
import io.routiq.application.patient.PatientSummary;
import io.routiq.application.patient.PatientVisits;
import io.routiq.application.patient.SampleFilter;
import io.routiq.application.practice.Watermarks;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityStatus;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.Appointment;
import io.routiq.domain.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Why a patient is active, and until when, is what the lists say at that instant and later, to the microsecond and below. */
class ExplainActivityPropertyIT extends GeneratedHistories {

    private static final ReadEvent.Reader READER = new ReadEvent.Reader("user_9", "request-7");

    @Property(tries = 60)
    void explainsWhatTheListsSay(
            @ForAll("histories") List<List<Visit>> histories,
            @ForAll("windows") ActivityWindow window,
            @ForAll("nanos") int nanos) {
        Instant now = WHOLE_NOW.plusNanos(nanos);
        OrganizationId organization = Organizations.fresh();
        Map<String, List<Appointment>> stored = store(organization, histories);

        assertThat(list(organization, SampleFilter.anybody().filter(), window, now))
                .hasSameSizeAs(stored.keySet())
                .allSatisfy(summary -> {
                    Explanation explanation =
                            explain(organization, summary.patient().id(), window, now);
                    assertThat(explanation.activity().status()).isEqualTo(summary.status());
                    assertThat(explanation.evidence()).hasSize(summary.recentCount() + summary.upcomingCount());
                    assertThat(Stream.concat(
                                    explanation.evidence().stream(),
                                    explanation.ignored().stream().map(ExplainActivity.Ignored::visit)))
                            .extracting(io.routiq.application.patient.Visit::appointment)
                            .containsExactlyInAnyOrderElementsOf(
                                    stored.get(summary.patient().id().value()));
                });
    }

    @Property(tries = 25)
    void keepsItsVerdictUntilTheChangeAndNoLonger(
            @ForAll("histories") List<List<Visit>> histories,
            @ForAll("windows") ActivityWindow window,
            @ForAll("nanos") int nanos) {
        Instant now = WHOLE_NOW.plusNanos(nanos);
        OrganizationId organization = Organizations.fresh();
        Statuses lists = new Statuses(organization, window, new HashMap<>());

        assertThat(store(organization, histories).keySet()).allSatisfy(patient -> {
            Explanation explanation = explain(organization, new PatientId(patient), window, now);
            ActivityStatus status = explanation.activity().status();
            Instant change = explanation.activity().changesAt().orElse(now.plus(Duration.ofDays(1000)));
            Duration wait = Duration.between(now, change);
            assertThat(Stream.of(now, now.plus(wait.dividedBy(2)), change.minusNanos(1000), change.minusNanos(1)))
                    .filteredOn(instant -> !instant.isBefore(now) && instant.isBefore(change))
                    .allSatisfy(instant -> assertThat(lists.at(instant)).containsEntry(patient, status));
            if (explanation.activity().changesAt().isPresent()) {
                assertThat(change).isAfterOrEqualTo(now);
                assertThat(Stream.of(change, change.plusNanos(1)))
                        .anySatisfy(instant -> assertThat(lists.at(instant)).doesNotContainEntry(patient, status));
            } else {
                assertThat(lists.at(change)).containsEntry(patient, status);
            }
        });
    }

    /** What the lists say of everybody, each instant asked once. */
    private record Statuses(
            OrganizationId organization, ActivityWindow window, Map<Instant, Map<String, ActivityStatus>> known) {

        Map<String, ActivityStatus> at(Instant instant) {
            return known.computeIfAbsent(
                    instant,
                    any -> list(organization, SampleFilter.anybody().filter(), window, instant).stream()
                            .collect(toMap(summary -> summary.patient().id().value(), PatientSummary::status)));
        }
    }

    private static Explanation explain(
            OrganizationId organization, PatientId patient, ActivityWindow window, Instant now) {
        return new ExplainActivity(
                        open().transactions(),
                        open().get(PatientVisits.class),
                        open().get(Watermarks.class),
                        open().get(AuditTrail.class),
                        () -> now)
                .explain(organization, patient, window, READER)
                .orElseThrow();
    }
}
