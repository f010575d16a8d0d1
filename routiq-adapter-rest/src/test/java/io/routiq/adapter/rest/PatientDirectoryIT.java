package io.routiq.adapter.rest;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.Transactions;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.Samples;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The list of all patients: active or not, archived where asked for. */
@RestTest
class PatientDirectoryIT {

    private static final OrganizationId ORGANIZATION = new OrganizationId("org_directory");
    private static final String ALL = "/api/v1/patients/org_directory";
    private static final Instant NOW = TestApplication.NOW;

    private final int port;
    private final Client member;

    /** 1 comes and came, 2 came twice, 3 comes, 4 was never here, 5 is archived. */
    PatientDirectoryIT(@LocalServerPort int port, @Autowired Transactions transactions, @Autowired PracticeCopy copy) {
        this.port = port;
        member = Client.member(port, ORGANIZATION.value());
        transactions.within(ORGANIZATION, () -> {
            copy.store(
                    ORGANIZATION,
                    List.of(
                            patient("1", "Zoë", "Ångström")
                                    .email("zoe@patients.example.test")
                                    .phone("+61491570156")
                                    .record(),
                            patient("2", "Bea", "Bond").record(),
                            patient("3", "Cyd", "Cook").record(),
                            patient("4", "Dee", "Dorn").record(),
                            patient("5", "Abe", "Abel").archived().record(),
                            Samples.type("31", "Physio / Long"),
                            Samples.appointment("21", "1", hours(-1))
                                    .ofType("31")
                                    .record(),
                            Samples.appointment("22", "1", hours(5)).record(),
                            Samples.appointment("23", "2", hours(-24 * 40)).record(),
                            Samples.appointment("24", "2", hours(-2)).record(),
                            Samples.appointment("25", "2", hours(-3)).record(),
                            Samples.appointment("26", "3", hours(4)).record()));
            return ORGANIZATION;
        });
    }

    private static Samples.PatientSample patient(String id, String first, String last) {
        return Samples.patient(id).named(first, last).createdAt(NOW.minus(Duration.ofDays(Long.parseLong(id))));
    }

    private static Instant hours(int number) {
        return NOW.plus(Duration.ofHours(number));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2 3 4 1",
        "include_archived=true, 5 2 3 4 1",
        "active_only=true, 2 3 1",
        "active_only=false, 2 3 4 1",
        "activity_status=active, 1",
        "activity_status=inactive&activity_status=upcoming_only, 3 4",
        "appointment_type=physio%20%2F%20long, 1",
        "has_upcoming=true, 3 1",
        "has_upcoming=false, 2 4",
        "min_recent_appointments=2, 2",
        "days=365&min_recent_appointments=3, 2",
        "sort=-name, 1 4 3 2",
        "sort=created, 4 3 2 1",
        "sort=-created, 1 2 3 4",
        "sort=last_appointment, 2 1 3 4",
        "sort=-last_appointment, 1 2 3 4",
        "sort=next_appointment, 3 1 2 4",
        "sort=-next_appointment, 1 3 2 4",
        "search_name=bo, 2",
        "search=%2B61%20491%20570%20156, 1",
        "search=nobody, ''"
    })
    void listsWhomIsAskedFor(String query, String expected) {
        Answer answer = member.get(ALL + "?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(String.join(" ", ids(answer.body()))).isEqualTo(expected);
        assertThat(answer.body().path("total_count").asInt())
                .isEqualTo(expected.isEmpty() ? 0 : expected.split(" ").length);
    }

    @ParameterizedTest
    @CsvSource({
        "angstrom zoe, 1",
        "ZOË, 1",
        "example.test, 1",
        "0491 570 156, 1",
        "570156, 1",
        "%, ''",
        "_, ''",
        "'''', ''",
        "\\, ''",
        "\", ''",
        "مريم, ''",
        "3, 3",
    })
    void searchesForWhateverIsTyped(String term, String expected) {
        JsonNode body = member.get(ALL + "?search=" + encode(term, UTF_8)).body();
        assertThat(String.join(" ", ids(body))).isEqualTo(expected);
        assertThat(body.path("filters").path("search").asString()).isEqualTo(term);
    }

    @Test
    void echoesWhatWasAppliedWithItsDefaults() {
        JsonNode body = member.get(ALL).body();
        assertThat(body.path("filters").toString())
                .isEqualTo("{\"search\":null,\"active_only\":false,\"activity_status\":[],\"appointment_type\":null,"
                        + "\"has_upcoming\":null,\"min_recent_appointments\":0,\"include_archived\":false,\"days\":30,"
                        + "\"upcoming_days\":null,\"sort\":\"name\"}");
        assertThat(body.path("organization_id").asString()).isEqualTo(ORGANIZATION.value());
        assertThat(body.path("definition").path("evaluated_at").asString()).isEqualTo(NOW.toString());
        assertThat(body.path("data_as_of").isNull()).isTrue();
        assertThat(body.has("appointment_type")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1&sort=name", "page_size=2&sort=-name", "limit=1&sort=next_appointment&days=90"})
    void followsCursorsThroughAllPatientsOnce(String query) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode body = member.get(ALL + "?" + query + "&cursor=" + cursor).body();
            ids.addAll(ids(body));
            cursor = body.path("next_cursor").asStringOpt().orElse(null);
        }
        assertThat(ids).containsExactlyInAnyOrder("1", "2", "3", "4");
    }

    @Test
    void refusesACursorOfAnotherList() {
        String cursor = member.get(ALL + "?limit=1").body().path("next_cursor").asString();
        assertThat(member.get(ALL + "/active?limit=1&cursor=" + cursor).code()).isEqualTo("invalid_cursor");
        assertThat(member.get(ALL + "?limit=1&include_archived=true&cursor=" + cursor)
                        .code())
                .isEqualTo("invalid_cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=age", "limit=0", "days=0", "active_only=maybe", "min_recent_appointments=-1"})
    void refusesWhatItCannotDo(String query) {
        assertThat(member.get(ALL + "?" + query).code()).isEqualTo("validation_failed");
    }

    @Test
    void isEmptyForANewOrganizationAndClosedToOthers() {
        JsonNode body = Client.member(port, "org_directory_new")
                .get("/api/v1/patients/org_directory_new")
                .body();
        assertThat(body.path("total_count").asInt()).isZero();
        assertThat(body.path("total_pages").asInt()).isZero();
        assertThat(body.path("patients").isArray()).isTrue();
        assertThat(Client.member(port, "org_directory_new").get(ALL).code()).isEqualTo("organization_access_denied");
        assertThat(Client.stranger(port).get(ALL).status()).isEqualTo(401);
    }

    private static List<String> ids(JsonNode body) {
        return body.path("patients")
                .valueStream()
                .map(patient -> patient.path("id").asString())
                .toList();
    }
}
