package io.routiq.adapter.rest;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.Transactions;
import io.routiq.application.audit.InMemoryAuditTrail;
import io.routiq.application.audit.ReadEvent;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.Samples;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RestTest
class PatientListIT {

    private static final OrganizationId ORGANIZATION = new OrganizationId("org_patients");
    private static final String ACTIVE = "/api/v1/patients/org_patients/active";

    private final int port;
    private final InMemoryAuditTrail audit;
    private final Client member;

    /** Seven patients with a recent visit each, number 1 the longest ago; number 7 has one to come; number 8 is inactive. */
    PatientListIT(
            @LocalServerPort int port,
            @Autowired Transactions transactions,
            @Autowired PracticeCopy copy,
            @Autowired InMemoryAuditTrail audit) {
        this.port = port;
        this.audit = audit;
        member = Client.member(port, ORGANIZATION.value());
        List<PracticeRecord> records = new ArrayList<>();
        for (int number = 1; number <= 7; number++) {
            String id = "100000000000000000" + number;
            records.add(Samples.patient(id)
                    .email("p" + number + "@patients.example.test")
                    .record());
            records.add(Samples.appointment("2" + number, id, TestApplication.NOW.minus(Duration.ofDays(20 - number)))
                    .ofType("31")
                    .record());
        }
        records.add(Samples.type("31", "Standard Consultation"));
        records.add(Samples.appointment("40", "1000000000000000007", TestApplication.NOW.plus(Duration.ofDays(2)))
                .ofType("31")
                .record());
        records.add(Samples.patient("1000000000000000008").named(null, null).record());
        transactions.within(ORGANIZATION, () -> copy.store(ORGANIZATION, records));
    }

    @Test
    void showsAPatientWithTheirVisits() {
        JsonNode body = member.get(ACTIVE).body();
        assertThat(body.path("total_count").asLong()).isEqualTo(7);
        JsonNode first = body.path("patients").path(0);
        assertThat(first.toString())
                .isEqualTo("{\"id\":\"1000000000000000007\",\"cliniko_patient_id\":\"1000000000000000007\","
                        + "\"name\":\"Alex 1000000000000000007\",\"first_name\":\"Alex\","
                        + "\"last_name\":\"1000000000000000007\",\"email\":\"p7@patients.example.test\","
                        + "\"phone\":null,\"is_active\":true,\"activity_status\":\"active\","
                        + "\"recent_appointment_count\":1,\"upcoming_appointment_count\":1,"
                        + "\"total_appointment_count\":2,"
                        + "\"first_appointment_date\":\"2025-01-02T10:30:00.123456Z\","
                        + "\"last_appointment_date\":\"2025-01-02T10:30:00.123456Z\","
                        + "\"next_appointment_time\":\"2025-01-17T10:30:00.123456Z\","
                        + "\"next_appointment_type\":\"Standard Consultation\","
                        + "\"primary_appointment_type\":\"Standard Consultation\",\"archived\":false,"
                        + "\"last_synced_at\":null,\"created_at\":\"2026-01-05T08:30:00Z\","
                        + "\"updated_at\":\"2026-01-05T08:30:00Z\"}");
        assertThat(body.path("definition").toString())
                .isEqualTo("{\"recent_days\":30,\"upcoming_days\":null,\"counts_no_shows\":false,"
                        + "\"evaluated_at\":\"2025-01-15T10:30:00.123456Z\"}");
        assertThat(body.path("data_as_of").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=3, 1, 3, 3, true, false",
        "page_size=3&page=3, 3, 3, 1, false, true",
        "limit=7, 1, 7, 7, false, false",
        "limit=200&page=9, 9, 200, 0, false, true",
        "limit=2&page_size=5, 1, 2, 2, true, false",
        "limit=&page=&search=&activity_status=&sort=&days=&has_upcoming=, 1, 50, 7, false, false"
    })
    void pages(String query, int page, int limit, int size, boolean hasNext, boolean hasPrevious) {
        JsonNode body = member.get(ACTIVE + "?" + query).body();
        assertThat(body.path("page").asInt()).isEqualTo(page);
        assertThat(body.path("limit").asInt()).isEqualTo(limit);
        assertThat(body.path("patients").size()).isEqualTo(size);
        assertThat(body.path("total_count").asInt()).isEqualTo(7);
        assertThat(body.path("total_pages").asInt()).isEqualTo(Math.ceilDiv(7, limit));
        assertThat(body.path("has_next").asBoolean()).isEqualTo(hasNext);
        assertThat(body.path("has_previous").asBoolean()).isEqualTo(hasPrevious);
        assertThat(body.path("next_cursor").isNull()).isEqualTo(!hasNext);
    }

    @Test
    void followsCursorsThroughAllPatientsOnce() {
        List<String> ids = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        String query = "?limit=3";
        while (!query.isEmpty()) {
            JsonNode body = member.get(ACTIVE + query).body();
            body.path("patients").forEach(patient -> ids.add(patient.path("id").asString()));
            pages.add(body.path("page").asInt());
            JsonNode next = body.path("next_cursor");
            query = next.isNull() ? "" : "?limit=3&page=99&cursor=" + next.asString();
        }
        assertThat(pages).containsExactly(1, 2, 3);
        assertThat(ids).hasSize(7).doesNotHaveDuplicates().first().isEqualTo("1000000000000000007");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=name",
                "days=31",
                "upcoming_days=7",
                "search=alex",
                "has_upcoming=false",
                "activity_status=active"
            })
    void tiesACursorToItsFilter(String other) {
        String cursor =
                member.get(ACTIVE + "?limit=1").body().path("next_cursor").asString();
        Answer answer = member.get(ACTIVE + "?limit=1&cursor=" + cursor + "&" + other);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_cursor");
        assertThat(member.get(ACTIVE + "?limit=2&cursor=" + cursor).status()).isEqualTo(200);
    }

    @Test
    void tiesACursorToItsOrganization() {
        String cursor =
                member.get(ACTIVE + "?limit=1").body().path("next_cursor").asString();
        Answer answer = Client.member(port, "org_patients2")
                .get("/api/v1/patients/org_patients2/active?limit=1&cursor=" + cursor);
        assertThat(answer.code()).isEqualTo("invalid_cursor");
        assertThat(member.get(ACTIVE + "?cursor=" + cursor.replace(cursor.charAt(0), '_'))
                        .code())
                .isEqualTo("invalid_cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit, must be greater than or equal to 1, 0",
        "limit=201, limit, must be less than or equal to 200, 201",
        "limit=99999999999999999999, limit, must be a whole number, \"99999999999999999999\"",
        "limit=1.5, limit, must be a whole number, \"1.5\"",
        "page_size=-1, page_size, must be greater than or equal to 1, -1",
        "page=0, page, must be greater than or equal to 1, 0",
        "days=0, days, must be greater than or equal to 1, 0",
        "days=366, days, must be less than or equal to 365, 366",
        "upcoming_days=x, upcoming_days, must be a whole number, \"x\"",
        "has_upcoming=perhaps, has_upcoming, must be true or false, \"perhaps\"",
        "'activity_status=active&activity_status=dead', activity_status,"
                + " 'must be active, recently_active, upcoming_only or inactive', \"dead\"",
        "search=a%00b, search, must not contain control characters, null",
        "search_name=a%0Ab, search_name, must not contain control characters, null"
    })
    void saysWhichValueIsWrong(String query, String field, String message, String rejected) {
        Answer answer = member.get(ACTIVE + "?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        JsonNode error = answer.body().path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("message").asString()).isEqualTo(message);
        assertThat(error.path("rejected_value").toString()).isEqualTo(rejected);
        assertThat(answer.body().path("errors").size()).isEqualTo(1);
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(member.get(ACTIVE + "?search=" + encode("😀".repeat(100), UTF_8))
                        .status())
                .isEqualTo(200);
        Answer tooLong = member.get(ACTIVE + "?search=" + encode("😀".repeat(101), UTF_8));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text()).doesNotContain("😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=3&limit=4",
                "days=30&days=x",
                "search=a&search=b",
                "unknown=1&unknown=2",
                "%25zz=1",
                "=&&&"
            })
    void survivesStrangeQueries(String query) {
        assertThat(member.get(ACTIVE + "?" + query).status()).isIn(200, 400, 422);
    }

    @Test
    void echoesWhatWasApplied() {
        String query = "?search_name=%20alex%20&activity_status=upcoming_only&activity_status=active&has_upcoming=true"
                + "&min_recent_appointments=1&include_archived=true&days=90&upcoming_days=14&appointment_type="
                + "standard%20consultation&sort=-name&active_only=false";
        JsonNode body = member.get(ACTIVE + query).body();
        assertThat(body.path("filters").toString())
                .isEqualTo("{\"search\":\"alex\",\"active_only\":true,"
                        + "\"activity_status\":[\"active\",\"upcoming_only\"],"
                        + "\"appointment_type\":\"standard consultation\",\"has_upcoming\":true,"
                        + "\"min_recent_appointments\":1,\"include_archived\":true,\"days\":90,"
                        + "\"upcoming_days\":14,\"sort\":\"-name\"}");
        assertThat(body.path("total_count").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "sort=name, 1000000000000000001",
        "sort=-name, 1000000000000000007",
        "sort=last_appointment, 1000000000000000001",
        "sort=-last_activity, 1000000000000000007",
        "sort=next_appointment, 1000000000000000007"
    })
    void sorts(String query, String first) {
        assertThat(member.get(ACTIVE + "?" + query)
                        .body()
                        .path("patients")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(first);
    }

    @Test
    void leavesATraceOfWhoReadWhat() {
        member.with("X-Request-Id", "trace-1").get(ACTIVE + "?limit=1");
        assertThat(audit.entries(ORGANIZATION))
                .filteredOn(event -> event.reader().equals(new ReadEvent.Reader("user_1", "trace-1")))
                .singleElement()
                .satisfies(event -> assertThat(event.patients()).hasSize(1));
    }
}
