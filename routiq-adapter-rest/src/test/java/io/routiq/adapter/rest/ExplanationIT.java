package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.Transactions;
import io.routiq.application.audit.InMemoryAuditTrail;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.domain.organization.OrganizationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Why a patient is active, or not. */
@RestTest
class ExplanationIT {

    private static final OrganizationId ORGANIZATION = new OrganizationId("org_explained");
    private static final String PATIENTS = "/api/v1/patients/org_explained";

    private final int port;
    private final InMemoryAuditTrail audit;
    private final Client member;

    ExplanationIT(
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
    void explainsWhyAPatientIsActive() {
        JsonNode body = member.get(PATIENTS + "/1001/activity").body();
        assertThat(body.path("patient_id").asString()).isEqualTo("1001");
        assertThat(body.path("is_active").asBoolean()).isTrue();
        assertThat(body.path("activity_status").asString()).isEqualTo("active");
        assertThat(body.path("evidence").findValuesAsString("id")).containsExactly("2001", "7001");
        assertThat(body.path("ignored").isEmpty()).isTrue();
        assertThat(body.path("changes_at").asString()).isEqualTo("2025-01-16T10:30:00.123456Z");
        assertThat(body.path("definition").path("recent_days").asInt()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"1004, outside_window, 2004", "1005, cancelled, 2005"})
    void explainsWhyAPatientIsNotActive(String patient, String reason, String appointment) {
        JsonNode body = member.get(PATIENTS + "/" + patient + "/activity").body();
        assertThat(body.path("is_active").asBoolean()).isFalse();
        assertThat(body.path("activity_status").asString()).isEqualTo("inactive");
        assertThat(body.path("evidence").isEmpty()).isTrue();
        JsonNode ignored = body.path("ignored").path(0);
        assertThat(ignored.path("reason").asString()).isEqualTo(reason);
        assertThat(ignored.path("appointment").path("id").asString()).isEqualTo(appointment);
        assertThat(body.path("changes_at").isNull()).isTrue();
    }

    @Test
    void explainsForTheWindowThatIsAskedFor() {
        assertThat(member.get(PATIENTS + "/1004/activity?days=31")
                        .body()
                        .path("activity_status")
                        .asString())
                .isEqualTo("recently_active");
        assertThat(member.get(PATIENTS + "/1004/activity?days=0").status()).isEqualTo(422);
        assertThat(member.get(PATIENTS + "/active/summary?days=366").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "01001",
                "1001%20",
                "%20",
                "%09",
                "%F0%9F%98%80",
                "..1001",
                "%27%20or%201=1",
                "12345678901234567890123456789012345678901234567890123456789012345",
                "summary",
                "active"
            })
    void answersOddIdsLikeUnknownOnes(String id) {
        Answer answer = member.get(PATIENTS + "/" + id + "/activity");
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(withoutItsOwn(answer, id)).isEqualTo(withoutItsOwn(member.get(PATIENTS + "/0/activity"), "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00b", "a;b", "%ff", "a%2Fb", "a%5Cb"})
    void survivesIdsThatNoAddressCanHold(String id) {
        assertThat(member.get(PATIENTS + "/" + id + "/activity").status()).isIn(400, 404);
    }

    @Test
    void hidesPatientsOfOthers() {
        Client stranger = Client.member(port, "org_elsewhere");
        Answer foreign = stranger.get("/api/v1/patients/org_elsewhere/1001/activity");
        Answer unknown = stranger.get("/api/v1/patients/org_elsewhere/9999/activity");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(withoutItsOwn(foreign, "1001")).isEqualTo(withoutItsOwn(unknown, "9999"));
        assertThat(audit.entries(new OrganizationId("org_elsewhere"))).isEmpty();
    }

    private static String withoutItsOwn(Answer answer, String id) {
        return answer.text().replace("/" + id + "/", "/ID/").replaceAll("\"(timestamp|request_id)\":\"[^\"]*\"", "");
    }
}
