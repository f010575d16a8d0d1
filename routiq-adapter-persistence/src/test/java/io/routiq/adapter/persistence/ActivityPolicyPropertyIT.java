package io.routiq.adapter.persistence;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Organizations;
import io.routiq.application.patient.PatientFilter;
import io.routiq.application.patient.PatientStats;
import io.routiq.application.patient.PatientSummary;
import io.routiq.application.patient.Patients;
import io.routiq.application.patient.SampleFilter;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityPolicy;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.PatientActivity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The SQL and the domain's policy say the same of any visits, windows and instants, to the microsecond and below. */
class ActivityPolicyPropertyIT extends GeneratedHistories {

    @Property(tries = 60)
    void agreesWithThePolicy(
            @ForAll("histories") List<List<Visit>> histories,
            @ForAll("windows") ActivityWindow window,
            @ForAll("nanos") int nanos) {
        Instant now = WHOLE_NOW.plusNanos(nanos);
        OrganizationId organization = Organizations.fresh();
        ActivityPolicy policy = new ActivityPolicy(window);
        Map<String, PatientActivity> expected = store(organization, histories).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, stored -> policy.assess(stored.getValue(), now)));

        PatientFilter anybody = SampleFilter.anybody().filter();
        assertThat(list(organization, anybody, window, now)).allSatisfy(summary -> {
            PatientActivity activity =
                    requireNonNull(expected.get(summary.patient().id().value()));
            assertThat(summary)
                    .returns(activity.status(), PatientSummary::status)
                    .returns(activity.recentCount(), PatientSummary::recentCount)
                    .returns(activity.upcomingCount(), PatientSummary::upcomingCount)
                    .returns(activity.totalCount(), PatientSummary::totalCount)
                    .returns(activity.first().orElse(null), PatientSummary::first)
                    .returns(activity.last().orElse(null), PatientSummary::last)
                    .returns(activity.next().orElse(null), PatientSummary::next);
        });
        assertThat(list(organization, SampleFilter.anybody().active().filter(), window, now))
                .hasSize((int) count(expected, activity -> activity.status().isActive()));
        assertThat(open().transactions()
                        .within(organization, () -> open().get(Patients.class).stats(organization, window, now)))
                .isEqualTo(new PatientStats(
                        histories.size(),
                        count(expected, activity -> activity.status().isActive()),
                        count(expected, activity -> activity.recentCount() > 0),
                        count(expected, activity -> activity.upcomingCount() > 0)));
    }

    private static long count(Map<String, PatientActivity> expected, Predicate<PatientActivity> which) {
        return expected.values().stream().filter(which).count();
    }
}
