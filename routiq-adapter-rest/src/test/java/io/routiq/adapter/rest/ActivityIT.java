package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.Transactions;
import io.routiq.application.audit.InMemoryAuditTrail;
import io.routiq.application.audit.ReadEvent;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.domain.organization.OrganizationId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RestTest
class ActivityIT {

    private static final OrganizationId ORGANIZATION = new OrganizationId("org_activity");
    private static final String PATIENTS = "/api/v1/patients/org_activity";
    private static final String WITH_APPOINTMENTS = PATIENTS + "/active/with-appointments";

    private final int port;
    private final InMemoryAuditTrail audit;
    private final Client member;

    ActivityIT(
            @LocalServerPort int port,
            @Autowired Transactions transactions,
            @Autowired PracticeCopy copy,
            @Autowired InMemoryAuditTrail audit) {
        this.port = port;
        this.audit = audit;
        member = Client.member(port, ORGANIZATION.value());
        SamplePractice.store(ORGANIZATION, transactions, copy);
    }

    @Test
    void showsEachPatientWithTheirAppointments() {
        JsonNode body = member.get(WITH_APPOINTMENTS).body();
        assertThat(body.path("total_count").asInt()).isEqualTo(3);
        JsonNode second = body.path("patients").path(1);
        assertThat(second.path("id").asString()).isEqualTo("1001");
        assertThat(second.path("recent_appointment_count").asInt()).isEqualTo(1);
        assertThat(second.path("recent_appointments").toString())
                .isEqualTo(
                        "[{\"id\":\"2001\",\"date\":\"2025-01-13T10:30:00.123456Z\","
                                + "\"ends_at\":\"2025-01-13T11:15:00.123456Z\",\"type\":\"Standard Consultation\","
                                + "\"practitioner\":\"Dr Pat Sample\",\"location\":\"Harbour Street\",\"notes\":\"left knee\"}]");
        assertThat(second.path("upcoming_appointments").toString())
                .isEqualTo("[{\"id\":\"7001\",\"date\":\"2025-01-16T10:30:00.123456Z\","
                        + "\"ends_at\":\"2025-01-16T11:15:00.123456Z\",\"type\":\"Standard Consultation\","
                        + "\"practitioner\":null,\"location\":null,\"notes\":null}]");
        assertThat(second.path("treatment_notes").asString()).isEqualTo("left knee");
        assertThat(second.path("priority").asString()).isEqualTo("high");
        assertThat(second.path("hours_until_next_appointment").asDouble()).isEqualTo(24.0);
        assertThat(second.path("days_until_next_appointment").asDouble()).isEqualTo(1.0);
    }

    @Test
    void saysOfPatientsWithoutANextAppointmentThatTheyCanWait() {
        JsonNode patients =
                member.get(WITH_APPOINTMENTS + "?sort=-last_activity").body().path("patients");
        JsonNode later = patients.path(0);
        assertThat(later.path("id").asString()).isEqualTo("1002");
        assertThat(later.path("priority").asString()).isEqualTo("low");
        assertThat(later.path("hours_until_next_appointment").asDouble()).isEqualTo(72.0);
        JsonNode none = patients.path(2);
        assertThat(none.path("priority").asString()).isEqualTo("low");
        assertThat(none.path("hours_until_next_appointment").isNull()).isTrue();
        assertThat(none.path("days_until_next_appointment").isNull()).isTrue();
        assertThat(none.path("upcoming_appointments").toString()).isEqualTo("[]");
        assertThat(none.path("treatment_notes").isNull()).isTrue();
    }

    @Test
    void listsThePatientsThatTheActiveListLists() {
        String query = "?limit=2&sort=name&days=31";
        JsonNode plain = member.get(PATIENTS + "/active" + query).body();
        JsonNode detailed = member.get(WITH_APPOINTMENTS + query).body();
        for (String name : List.of("total_count", "total_pages", "has_next", "filters", "definition", "data_as_of")) {
            assertThat(detailed.path(name)).as(name).isEqualTo(plain.path(name));
        }
        for (int row = 0; row < 2; row++) {
            JsonNode patient = detailed.path("patients").path(row);
            plain.path("patients")
                    .path(row)
                    .forEachEntry((name, value) ->
                            assertThat(patient.path(name)).as(name).isEqualTo(value));
        }
        String next = detailed.path("next_cursor").asString();
        assertThat(member.get(WITH_APPOINTMENTS + query + "&cursor=" + next)
                        .body()
                        .path("page")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void summarisesActivePatients() {
        JsonNode body = member.get(PATIENTS + "/active/summary").body();
        assertThat(body.path("total_active_patients").asInt()).isEqualTo(3);
        assertThat(body.path("patients_with_recent_appointments").asInt()).isEqualTo(2);
        assertThat(body.path("patients_with_upcoming_appointments").asInt()).isEqualTo(2);
        assertThat(body.path("avg_recent_appointments").toString()).isEqualTo("0.67");
        assertThat(body.path("avg_upcoming_appointments").toString()).isEqualTo("0.67");
        assertThat(body.path("avg_total_appointments").toString()).isEqualTo("1.33");
        assertThat(body.path("last_sync_date").isNull()).isTrue();
        assertThat(body.path("data_as_of").isNull()).isTrue();
        assertThat(member.get(PATIENTS + "/active/summary?days=31")
                        .body()
                        .path("total_active_patients")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void summarisesANewOrganizationToZeros() {
        JsonNode body = Client.member(port, "org_activity_new")
                .get("/api/v1/patients/org_activity_new/active/summary")
                .body();
        assertThat(body.path("total_active_patients").toString()).isEqualTo("0");
        assertThat(body.path("avg_total_appointments").toString()).isEqualTo("0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/active/with-appointments", "/active/summary", "/1001/activity"})
    void refusesMembersOfOtherOrganizations(String path) {
        Answer answer = Client.member(port, "org_elsewhere").get(PATIENTS + path);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("organization_access_denied");
    }

    @ParameterizedTest
    @CsvSource({
        "/active/with-appointments?limit=1, list_patients_with_appointments, 1",
        "/active/summary, summarise_activity, 0",
        "/1001/activity, explain_activity, 1"
    })
    void leavesATraceOfWhoReadWhat(String path, String action, int patients) {
        member.with("X-Request-Id", action).get(PATIENTS + path);
        assertThat(audit.entries(ORGANIZATION))
                .filteredOn(event -> event.reader().equals(new ReadEvent.Reader("user_1", action)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.action()).isEqualTo(action);
                    assertThat(event.patients()).hasSize(patients);
                });
    }
}
