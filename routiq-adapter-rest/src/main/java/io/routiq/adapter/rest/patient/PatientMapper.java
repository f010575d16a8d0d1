package io.routiq.adapter.rest.patient;

import io.routiq.application.patient.PatientSummary;
import io.routiq.domain.patient.ActivityStatus;
import io.routiq.domain.patient.Patient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;

/** Application view to wire. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface PatientMapper {

    @Mapping(target = ".", source = "summary.patient")
    @Mapping(target = "id", source = "summary.patient.id.value")
    @Mapping(target = "clinikoPatientId", source = "summary.patient.id.value")
    @Mapping(target = "name", source = "summary.patient", qualifiedByName = "name")
    @Mapping(target = "isActive", source = "summary.status.active")
    @Mapping(target = "activityStatus", source = "summary.status")
    @Mapping(target = "recentAppointmentCount", source = "summary.recentCount")
    @Mapping(target = "upcomingAppointmentCount", source = "summary.upcomingCount")
    @Mapping(target = "totalAppointmentCount", source = "summary.totalCount")
    @Mapping(target = "firstAppointmentDate", source = "summary.first")
    @Mapping(target = "lastAppointmentDate", source = "summary.last")
    @Mapping(target = "nextAppointmentTime", source = "summary.next")
    @Mapping(target = "nextAppointmentType", source = "summary.nextType")
    @Mapping(target = "primaryAppointmentType", source = "summary.primaryType")
    @Mapping(target = "archived", source = "summary.patient.archivedAt")
    @Mapping(target = "lastSyncedAt", source = "syncedAt")
    PatientResponse toResponse(PatientSummary summary, @Nullable Instant syncedAt);

    @Named("name")
    default String name(Patient patient) {
        return patient.name();
    }

    default String code(ActivityStatus status) {
        return status.code();
    }

    default boolean isSet(@Nullable Instant instant) {
        return instant != null;
    }
}
