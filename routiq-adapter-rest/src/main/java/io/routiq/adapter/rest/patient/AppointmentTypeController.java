package io.routiq.adapter.rest.patient;

import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.adapter.rest.http.Caller;
import io.routiq.adapter.rest.http.ProblemCode;
import io.routiq.application.patient.SummariseAppointmentTypes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Patient Management")
final class AppointmentTypeController {

    private final PatientPages pages;
    private final SummariseAppointmentTypes summariseAppointmentTypes;

    AppointmentTypeController(PatientPages pages, SummariseAppointmentTypes summariseAppointmentTypes) {
        this.pages = pages;
        this.summariseAppointmentTypes = summariseAppointmentTypes;
    }

    @GetMapping("/api/v1/patients/{organization_id}/by-appointment-type/{appointment_type}")
    @Access(value = To.MEMBERS, problems = ProblemCode.INVALID_CURSOR)
    @Operation(
            summary = "Patients by appointment type",
            description = "Patients with a recent or an upcoming appointment of this type, by name. A type that nobody"
                    + " comes for gives an empty list. Encode the name's signs, a slash as `%2F`; names that addresses"
                    + " cannot hold, such as one with a semicolon, can be asked for in the query.")
    TypeListResponse listPatientsByAppointmentType(
            Caller caller,
            @PathVariable("appointment_type")
                    @Parameter(
                            description = "The type's whole name; case does not matter",
                            example = "Standard Consultation")
                    String appointmentType,
            @Valid @ParameterObject TypeListRequest request) {
        return list(caller, appointmentType, request);
    }

    @GetMapping("/api/v1/patients/{organization_id}/by-appointment-type")
    @Access(value = To.MEMBERS, problems = ProblemCode.INVALID_CURSOR)
    @Operation(
            summary = "Patients by appointment type, named in the query",
            description = "The same for a name that is easier to send in the query.")
    TypeListResponse listPatientsOfAppointmentType(
            Caller caller,
            @Valid @ParameterObject TypeNameRequest type,
            @Valid @ParameterObject TypeListRequest request) {
        return list(caller, type.appointmentType(), request);
    }

    private TypeListResponse list(Caller caller, String appointmentType, TypeListRequest request) {
        PatientListRequest whole = request.of(appointmentType);
        return TypeListResponse.of(appointmentType, pages.page(caller, whole, Criteria.anybody(whole)));
    }

    @GetMapping("/api/v1/patients/{organization_id}/appointment-types/summary")
    @Access(To.MEMBERS)
    @Operation(
            summary = "Appointment types and who comes for them",
            description = "Each type with a recent or an upcoming appointment, the one with the most patients first."
                    + " `patient_count` is the `total_count` of the patients by this type. A patient who comes for"
                    + " several types counts for each, so percentages may come to more than 100.")
    TypeSummaryResponse getAppointmentTypeSummary(Caller caller, @Valid @ParameterObject WindowRequest request) {
        return TypeSummaryResponse.of(
                caller.organization(), summariseAppointmentTypes.summarise(caller.organization(), request.window()));
    }
}
