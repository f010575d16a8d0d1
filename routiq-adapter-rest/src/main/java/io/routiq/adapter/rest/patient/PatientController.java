package io.routiq.adapter.rest.patient;

import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.adapter.rest.http.Caller;
import io.routiq.adapter.rest.http.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Patient Management")
final class PatientController {

    private final PatientPages pages;

    PatientController(PatientPages pages) {
        this.pages = pages;
    }

    @GetMapping("/api/v1/patients/{organization_id}")
    @Access(value = To.MEMBERS, problems = ProblemCode.INVALID_CURSOR)
    @Operation(
            summary = "All patients",
            description = "Patients of the practice, by name unless another order is asked for. All conditions hold"
                    + " together. Archived patients are left out unless asked for.")
    PatientListResponse listPatients(Caller caller, @Valid @ParameterObject PatientListRequest request) {
        return pages.page(caller, request, Criteria.anybody(request));
    }

    @GetMapping("/api/v1/patients/{organization_id}/active")
    @Access(value = To.MEMBERS, problems = ProblemCode.INVALID_CURSOR)
    @Operation(
            summary = "Active patients",
            description = "Patients with a recent or an upcoming appointment that was not cancelled, archived, deleted"
                    + " or missed, the latest activity first.")
    PatientListResponse listActivePatients(Caller caller, @Valid @ParameterObject PatientListRequest request) {
        return pages.page(caller, request, Criteria.activeOnly(request));
    }
}
