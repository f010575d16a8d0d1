package io.routiq.adapter.rest;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.Transactions;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.Samples;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RestTest
class AppointmentTypeIT {

    private static final OrganizationId ORGANIZATION = new OrganizationId("org_types");
    private static final String BY_TYPE = "/api/v1/patients/org_types/by-appointment-type";
    private static final String SUMMARY = "/api/v1/patients/org_types/appointment-types/summary";
    private static final String LONGEST = "é🦶".repeat(100);

    private final int port;
    private final Client member;

    /** Patient n came n days ago for type n and, in a month, comes for massage; nobody comes for the last one. */
    AppointmentTypeIT(@LocalServerPort int port, @Autowired Transactions transactions, @Autowired PracticeCopy copy) {
        this.port = port;
        member = Client.member(port, ORGANIZATION.value());
        List<PracticeRecord> records =
                new ArrayList<>(List.of(Samples.type("900", "Massage"), Samples.type("901", "Nobody's")));
        List<String> names = names().toList();
        for (int number = 1; number <= names.size(); number++) {
            String id = String.valueOf(number);
            records.add(Samples.type("3" + number, names.get(number - 1)));
            records.add(Samples.patient(id).record());
            records.add(Samples.appointment("20" + id, id, TestApplication.NOW.minus(Duration.ofDays(number)))
                    .ofType("3" + number)
                    .record());
            records.add(Samples.appointment("21" + id, id, TestApplication.NOW.plus(Duration.ofDays(30 + number)))
                    .ofType("900")
                    .record());
        }
        transactions.within(ORGANIZATION, () -> {
            copy.store(ORGANIZATION, records);
            return ORGANIZATION;
        });
    }

    static Stream<String> names() {
        return Stream.of(
                "Physio / Long",
                "100% \\ _ \"Yoga\"",
                "Consultation 🦶",
                "a+b & c?d=e#f",
                LONGEST,
                "مساج",
                "/",
                "//",
                "..");
    }

    @ParameterizedTest
    @MethodSource("names")
    void findsPatientsByATypeOfAnyNameInTheQuery(String name) {
        assertListsOnePatient(name, BY_TYPE + "?appointment_type=" + encode(name, UTF_8));
    }

    /** A name of dots is a way up to whoever reads an address, so it has to be asked for in the query. */
    static Stream<String> namesForPaths() {
        return names().filter(name -> !name.equals(".."));
    }

    @ParameterizedTest
    @MethodSource("namesForPaths")
    void findsPatientsByATypeOfAnyNameInThePath(String name) {
        assertListsOnePatient(name, BY_TYPE + "/" + encode(name, UTF_8).replace("+", "%20"));
    }

    private void assertListsOnePatient(String name, String path) {
        Answer answer = member.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("appointment_type").asString()).isEqualTo(name);
        assertThat(answer.body().path("filters").path("appointment_type").asString())
                .isEqualTo(name);
        assertThat(answer.body().path("total_count").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/massage", "/MASSAGE", "?appointment_type=mAssage", "/Massage?page_size=3"})
    void comparesNamesWithoutCase(String path) {
        assertThat(member.get(BY_TYPE + path).body().path("total_count").asInt())
                .isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Mass", "/Massage%20", "/Unknown", "/%25", "/Nobody's", "?appointment_type=ass"})
    void listsNobodyForATypeThatIsNotUsed(String path) {
        Answer answer = member.get(BY_TYPE + path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("patients").size()).isEqualTo(path.equals("/Massage%20") ? 9 : 0);
    }

    @Test
    void pagesByNumberAndByCursor() {
        JsonNode first = member.get(BY_TYPE + "/Massage?limit=5").body();
        assertThat(first.path("total_pages").asInt()).isEqualTo(2);
        String cursor = first.path("next_cursor").asString();

        JsonNode second =
                member.get(BY_TYPE + "/Massage?limit=5&cursor=" + cursor).body();

        assertThat(second.path("patients").size()).isEqualTo(4);
        assertThat(second.path("page").asInt()).isEqualTo(2);
        assertThat(second.path("patients"))
                .isEqualTo(
                        member.get(BY_TYPE + "/Massage?limit=5&page=2").body().path("patients"));
        assertThat(member.get(BY_TYPE + "/Other?limit=5&cursor=" + cursor).code())
                .isEqualTo("invalid_cursor");
    }

    @Test
    void looksBackAsFarAsItIsTold() {
        String path = BY_TYPE + "/Consultation%20%F0%9F%A6%B6?days=";
        assertThat(member.get(path + "3").body().path("total_count").asInt()).isEqualTo(1);
        assertThat(member.get(path + "2").body().path("total_count").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', appointment_type, must be given",
        "'?appointment_type=', appointment_type, must be given",
        "'?appointment_type=a%00b', appointment_type, must not contain control characters",
        "'/Massage?days=0', days, must be greater than or equal to 1",
        "'/Massage?limit=201', limit, must be less than or equal to 200",
    })
    void saysWhichValueIsWrong(String path, String field, String message) {
        Answer answer = member.get(BY_TYPE + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
        assertThat(answer.body().path("errors").path(0).path("message").asString())
                .isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
        "/%20, 200",
        "/a%2F%2Fb, 200",
        "/a//b, 400",
        "/%2F%2Fa//, 400",
        "/%ff, 400",
        "/%00, 400",
        "/a%0Ab, 400",
        "/a;b, 400",
        "/a%3Bb, 400",
        "/%2e%2e, 400",
        "/, 404",
        "/a/b, 404",
        "/%2e%2e%2factive, 400",
    })
    void survivesStrangeNames(String path, int status) {
        Answer answer = member.get(BY_TYPE + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.body().path("patients").size()).isZero();
    }

    @Test
    void lengthOfANameInThePathIsNoMistake() {
        assertThat(member.get(BY_TYPE + "/" + "a".repeat(1000))
                        .body()
                        .path("total_count")
                        .asInt())
                .isZero();
    }

    @Test
    void summarisesTypesByTheirPatients() {
        JsonNode body = member.get(SUMMARY + "?days=2").body();
        assertThat(body.path("total_types").asInt()).isEqualTo(3);
        assertThat(body.path("total_active_patients").asInt()).isEqualTo(9);
        assertThat(body.path("data_as_of").isNull()).isTrue();
        assertThat(body.path("appointment_types").path(0).toString())
                .isEqualTo("{\"appointment_type\":\"Massage\",\"patient_count\":9,\"patients_with_recent\":0,"
                        + "\"patients_with_upcoming\":9,\"appointment_count\":9,"
                        + "\"earliest_upcoming\":\"2025-02-15T10:30:00.123456Z\","
                        + "\"latest_upcoming\":\"2025-02-23T10:30:00.123456Z\",\"percentage_of_active\":100.0}");
        assertThat(body.path("appointment_types").path(1).toString())
                .isEqualTo("{\"appointment_type\":\"100% \\\\ _ \\\"Yoga\\\"\",\"patient_count\":1,"
                        + "\"patients_with_recent\":1,\"patients_with_upcoming\":0,\"appointment_count\":1,"
                        + "\"earliest_upcoming\":null,\"latest_upcoming\":null,\"percentage_of_active\":11.1}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 30, 365})
    void countsThosePatientsWhomTheRouteOfTheTypeLists(int days) {
        JsonNode types = member.get(SUMMARY + "?days=" + days).body().path("appointment_types");
        assertThat(types.size()).isPositive();
        types.forEach(type -> {
            String name = encode(type.path("appointment_type").asString(), UTF_8);
            assertThat(member.get(BY_TYPE + "?limit=1&days=" + days + "&appointment_type=" + name)
                            .body()
                            .path("total_count"))
                    .isEqualTo(type.path("patient_count"));
        });
    }

    @Test
    void isEmptyForANewOrganizationAndClosedToOthers() {
        JsonNode body = Client.member(port, "org_types_new")
                .get("/api/v1/patients/org_types_new/appointment-types/summary")
                .body();
        assertThat(body.path("appointment_types").isArray()).isTrue();
        assertThat(body.path("total_types").asInt()).isZero();
        assertThat(body.path("total_active_patients").asInt()).isZero();
        Client other = Client.member(port, "org_types_new");
        assertThat(List.of(SUMMARY, BY_TYPE + "/Massage", BY_TYPE + "?appointment_type=Massage"))
                .allSatisfy(path -> assertThat(other.get(path).code()).isEqualTo("organization_access_denied"));
        assertThat(member.get(SUMMARY + "?days=366").code()).isEqualTo("validation_failed");
    }
}
