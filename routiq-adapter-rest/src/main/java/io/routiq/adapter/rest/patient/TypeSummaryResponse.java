package io.routiq.adapter.rest.patient;

import io.routiq.adapter.rest.http.Snapshot;
import io.routiq.application.patient.SummariseAppointmentTypes;
import io.routiq.application.patient.TypeStatistics;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who comes for what, the type with the most patients first. */
record TypeSummaryResponse(
        String organizationId,
        List<Type> appointmentTypes,
        int totalTypes,
        long totalActivePatients,
        @Nullable Instant dataAsOf)
        implements Snapshot {

    /** One type; only qualifying appointments in the window count. */
    record Type(
            String appointmentType,
            long patientCount,
            long patientsWithRecent,
            long patientsWithUpcoming,
            long appointmentCount,
            @Nullable Instant earliestUpcoming,
            @Nullable Instant latestUpcoming,
            double percentageOfActive) {

        private static Type of(TypeStatistics.Type type, long activePatients) {
            return new Type(
                    type.name(),
                    type.patients(),
                    type.withRecent(),
                    type.withUpcoming(),
                    type.visits(),
                    type.earliestUpcoming(),
                    type.latestUpcoming(),
                    Math.round(1000.0 * type.patients() / activePatients) / 10.0);
        }
    }

    static TypeSummaryResponse of(OrganizationId organization, SummariseAppointmentTypes.Summary summary) {
        TypeStatistics statistics = summary.statistics();
        return new TypeSummaryResponse(
                organization.value(),
                statistics.types().stream()
                        .map(type -> Type.of(type, statistics.activePatients()))
                        .toList(),
                statistics.types().size(),
                statistics.activePatients(),
                summary.dataAsOf().orElse(null));
    }
}
