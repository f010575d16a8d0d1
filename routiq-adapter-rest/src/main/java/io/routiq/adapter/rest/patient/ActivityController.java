package io.routiq.adapter.rest.patient;

import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.adapter.rest.http.Caller;
import io.routiq.adapter.rest.http.ProblemCode;
import io.routiq.adapter.rest.http.Refusal;
import io.routiq.application.dashboard.SummariseActivity;
import io.routiq.application.patient.Agenda;
import io.routiq.application.patient.Countdown;
import io.routiq.application.patient.ExplainActivity;
import io.routiq.application.patient.ListPatientsWithVisits;
import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientSummary;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.PatientId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Patient Management")
final class ActivityController {

    private final ListPatientsWithVisits listPatientsWithVisits;
    private final SummariseActivity summariseActivity;
    private final ExplainActivity explainActivity;
    private final PatientPages pages;

    ActivityController(
            ListPatientsWithVisits listPatientsWithVisits,
            SummariseActivity summariseActivity,
            ExplainActivity explainActivity,
            PatientPages pages) {
        this.listPatientsWithVisits = listPatientsWithVisits;
        this.summariseActivity = summariseActivity;
        this.explainActivity = explainActivity;
        this.pages = pages;
    }

    @GetMapping("/api/v1/patients/{organization_id}/active/with-appointments")
    @Access(value = To.MEMBERS, problems = ProblemCode.INVALID_CURSOR)
    @Operation(
            summary = "Active patients with their appointments",
            description = "The active patients, each with the newest 20 recent and the next 20 upcoming appointments,"
                    + " individual or in a class, and how soon the next one is.")
    PatientAgendaListResponse listActivePatientsWithAppointments(
            Caller caller, @Valid @ParameterObject PatientListRequest request) {
        Criteria criteria = Criteria.activeOnly(request);
        PatientQuery query = pages.query(caller, request, criteria);
        ListPatientsWithVisits.Listing listing =
                listPatientsWithVisits.list(caller.organization(), query, caller.reader());
        PatientListResponse page = pages.page(caller, criteria, query, listing.patients());
        List<PatientSummary> summaries = listing.patients().page().patients();
        return PatientAgendaListResponse.of(
                page,
                IntStream.range(0, summaries.size())
                        .mapToObj(place -> withAgenda(page.patients().get(place), summaries.get(place), listing))
                        .toList());
    }

    private static PatientAgendaResponse withAgenda(
            PatientResponse patient, PatientSummary summary, ListPatientsWithVisits.Listing listing) {
        Agenda agenda =
                Objects.requireNonNull(listing.agendas().get(summary.patient().id()));
        return PatientAgendaResponse.of(
                patient, agenda, Countdown.to(summary.next(), listing.patients().evaluatedAt()));
    }

    @GetMapping("/api/v1/patients/{organization_id}/active/summary")
    @Access(To.MEMBERS)
    @Operation(
            summary = "How active the active patients are",
            description = "Counts and averages over the active patients, archived ones left out; averages have two"
                    + " decimals.")
    ActivitySummaryResponse getActivitySummary(Caller caller, @Valid @ParameterObject WindowRequest request) {
        ActivityWindow window = request.window();
        return ActivitySummaryResponse.of(
                caller.organization(),
                window.recentDays(),
                summariseActivity.summarise(caller.organization(), window, caller.reader()));
    }

    @GetMapping("/api/v1/patients/{organization_id}/{patient_id}/activity")
    @Access(value = To.MEMBERS, problems = ProblemCode.NOT_FOUND)
    @Operation(
            summary = "Why a patient is active, or not",
            description = "The verdict of the lists at this instant, the appointments that decide it, those that do not"
                    + " count and why, and when the verdict changes by itself.")
    ActivityResponse explainActivity(
            Caller caller,
            @PathVariable("patient_id") @Parameter(description = "Cliniko's id", example = "1234567890123456789")
                    String patientId,
            @Valid @ParameterObject WindowRequest request) {
        ActivityWindow window = request.window();
        return Optional.of(patientId)
                .filter(PatientId::isValid)
                .map(PatientId::new)
                .flatMap(patient -> explainActivity
                        .explain(caller.organization(), patient, window, caller.reader())
                        .map(explanation -> ActivityResponse.of(
                                caller.organization().value(), patient, window.recentDays(), explanation)))
                .orElseThrow(ActivityController::unknown);
    }

    /** The same for an odd id, for one that does not exist and for one of somebody else. */
    private static Refusal unknown() {
        return Refusal.notFound("This organization has no patient of that id."
                + " GET /api/v1/patients/{organization_id}/active lists those who are active.");
    }
}
