package io.routiq.adapter.rest.patient;

import io.routiq.application.patient.PatientFilter;
import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientSort;
import io.routiq.domain.patient.ActivityStatus;
import io.routiq.domain.patient.ActivityWindow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a request decides, all defaults filled in: which patients there are, and in which order. */
@Schema(name = "PatientFilters")
record Criteria(
        @Nullable String search,
        boolean activeOnly,
        List<String> activityStatus,
        @Nullable String appointmentType,
        @Nullable Boolean hasUpcoming,
        int minRecentAppointments,
        boolean includeArchived,
        int days,
        @Nullable Integer upcomingDays,
        String sort) {

    /** For a route that lists active patients only. */
    static Criteria activeOnly(PatientListRequest request) {
        return of(request, true, "-last_activity");
    }

    /** For a route that lists everybody who is asked for. */
    static Criteria anybody(PatientListRequest request) {
        return of(request, Boolean.TRUE.equals(request.activeOnly()), "name");
    }

    private static Criteria of(PatientListRequest request, boolean activeOnly, String defaultSort) {
        return new Criteria(
                request.search() == null ? request.searchName() : request.search(),
                activeOnly,
                request.activityStatus() == null ? List.of() : sorted(request.activityStatus()),
                request.appointmentType(),
                request.hasUpcoming(),
                request.minRecentAppointments() == null ? 0 : request.minRecentAppointments(),
                Boolean.TRUE.equals(request.includeArchived()),
                request.days() == null ? ActivityWindow.DEFAULT.recentDays() : request.days(),
                request.upcomingDays(),
                request.sort() == null ? defaultSort : request.sort());
    }

    private static List<String> sorted(Collection<@Nullable String> statuses) {
        return statuses.stream().filter(Objects::nonNull).distinct().sorted().toList();
    }

    PatientQuery toQuery(int page, int limit, Optional<PatientQuery.Position> after) {
        OptionalInt ahead = upcomingDays == null ? OptionalInt.empty() : OptionalInt.of(upcomingDays);
        return new PatientQuery(new ActivityWindow(days, ahead), filter(), order(), page, limit, after);
    }

    private PatientFilter filter() {
        return new PatientFilter(
                Optional.ofNullable(search),
                activeOnly,
                Arrays.stream(ActivityStatus.values())
                        .filter(status -> activityStatus.contains(status.code()))
                        .collect(Collectors.toSet()),
                Optional.ofNullable(appointmentType),
                Optional.ofNullable(hasUpcoming),
                minRecentAppointments,
                includeArchived);
    }

    private PatientSort order() {
        boolean descending = sort.startsWith("-");
        String key = descending ? sort.substring(1) : sort;
        return Arrays.stream(PatientSort.Key.values())
                .filter(candidate -> candidate.code().equals(key))
                .findFirst()
                .map(known -> new PatientSort(known, descending))
                .orElseThrow();
    }

    /** Keeps what somebody looks for out of logs. */
    @Override
    public String toString() {
        return "Criteria[***]";
    }
}
