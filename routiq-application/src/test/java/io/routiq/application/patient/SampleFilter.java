package io.routiq.application.patient;

import io.routiq.domain.patient.ActivityStatus;
import java.util.Optional;
import java.util.Set;

/** A filter to be narrowed step by step; at first it lets everybody through, archived patients too. */
public final class SampleFilter {

    private Optional<String> search = Optional.empty();
    private boolean activeOnly;
    private Set<ActivityStatus> statuses = Set.of();
    private Optional<String> appointmentType = Optional.empty();
    private Optional<Boolean> hasUpcoming = Optional.empty();
    private int minRecentAppointments;
    private boolean includeArchived = true;

    private SampleFilter() {}

    public static SampleFilter anybody() {
        return new SampleFilter();
    }

    public SampleFilter found(String text) {
        search = Optional.of(text);
        return this;
    }

    public SampleFilter active() {
        activeOnly = true;
        return this;
    }

    public SampleFilter with(ActivityStatus... wanted) {
        statuses = Set.of(wanted);
        return this;
    }

    public SampleFilter visiting(String type) {
        appointmentType = Optional.of(type);
        return this;
    }

    public SampleFilter upcoming(boolean wanted) {
        hasUpcoming = Optional.of(wanted);
        return this;
    }

    public SampleFilter recent(int atLeast) {
        minRecentAppointments = atLeast;
        return this;
    }

    public SampleFilter present() {
        includeArchived = false;
        return this;
    }

    public PatientFilter filter() {
        return new PatientFilter(
                search, activeOnly, statuses, appointmentType, hasUpcoming, minRecentAppointments, includeArchived);
    }
}
