package io.routiq.application.practice;

import static java.util.stream.Collectors.toMap;

import io.routiq.application.Organizations;
import io.routiq.application.patient.PatientFilter;
import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientSort;
import io.routiq.application.patient.PatientStats;
import io.routiq.application.patient.PatientSummary;
import io.routiq.application.patient.SampleFilter;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The ports around the copy, of one implementation, and short words for what tests do with them. */
public abstract class CopyFixture {

    /** The instant that everything is looked at. */
    public static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");

    /** Lets every patient through. */
    public static final PatientFilter ANYBODY = SampleFilter.anybody().filter();

    protected final OrganizationId ours = Organizations.fresh();
    protected final OrganizationId theirs = Organizations.fresh();

    /** The implementation to test, the same each time. */
    protected abstract CopyPorts ports();

    protected final <T> T within(OrganizationId organization, Supplier<T> work) {
        return ports().transactions().within(organization, work);
    }

    /** Stores our records, all in one transaction. */
    protected final void store(PracticeRecord... records) {
        store(ours, List.of(records));
    }

    protected final void store(OrganizationId organization, Collection<PracticeRecord> records) {
        within(organization, () -> {
            ports().copy().store(organization, records);
            return records;
        });
    }

    /** Our patient as the list shows it. */
    protected final PatientSummary summary(String id) {
        return Optional.ofNullable(summaries(ours).get(id)).orElseThrow();
    }

    /** All patients by id, archived ones included, with the default window. */
    protected final Map<String, PatientSummary> summaries(OrganizationId organization) {
        PatientSort byName = new PatientSort(PatientSort.Key.NAME, false);
        return list(organization, query(ANYBODY, byName)).patients().stream()
                .collect(toMap(summary -> summary.patient().id().value(), Function.identity()));
    }

    /** The first 200 patients. */
    protected static PatientQuery query(PatientFilter filter, PatientSort sort) {
        return new PatientQuery(ActivityWindow.DEFAULT, filter, sort, 1, 200, Optional.empty());
    }

    protected final PatientQuery.Page list(OrganizationId organization, PatientQuery query) {
        Instant now = query.after().map(PatientQuery.Position::evaluatedAt).orElse(NOW);
        return within(organization, () -> ports().patients().list(organization, query, now));
    }

    protected final PatientStats stats(OrganizationId organization) {
        return within(organization, () -> ports().patients().stats(organization, ActivityWindow.DEFAULT, NOW));
    }

    protected final List<String> missing() {
        return missing(ours, 1000);
    }

    protected final List<String> missing(OrganizationId organization, int limit) {
        return within(organization, () -> ports().copy().missingPatients(organization, limit)).stream()
                .map(PatientId::value)
                .toList();
    }

    /** So many hours after {@link #NOW}, or before it. */
    protected static Instant hours(int number) {
        return NOW.plusSeconds(number * 3600L);
    }
}
