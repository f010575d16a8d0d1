package io.routiq.adapter.cliniko.simulator;

import static io.routiq.adapter.cliniko.simulator.ApiClient.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");

    private final SimulatorClock clock = SimulatorClock.frozenAt(NOW);
    private final ClinikoSimulator simulator = ClinikoSimulator.start(0, clock);
    private final SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
    private final SimulatedPractice practice = clinic.practice();
    private final ApiClient client = new ApiClient(simulator.baseOf("au2"), clinic.issueKey());
    private String orla = "";
    private String bram = "";
    private String nameless = "";
    private String latest = "";

    @BeforeEach
    void people() {
        orla = Long.toString(practice.patients().create("Orla", "Testdale"));
        bram = Long.toString(practice.patients().create("Bram", "Mockford"));
        nameless = Long.toString(practice.patients().create(null, null));
        practice.patients().bornOn(Long.parseLong(orla), LocalDate.of(1987, 11, 3));
        practice.patients().bornOn(Long.parseLong(bram), LocalDate.of(1990, 2, 28));
        clock.advance(Duration.ofHours(1));
        latest = Long.toString(practice.patients().create("Cyra", "50% Testmere"));
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "created_at:>=2026-06-15T03:30:00Z                                       | latest",
                "created_at:>2026-06-15T02:30:00Z                                        | latest",
                "created_at:<=2026-06-15T02:30:00Z                                       | orla bram nameless",
                "created_at:<2026-06-15T03:30:00Z                                        | orla bram nameless",
                "created_at:?                                                            | orla bram nameless latest",
                "created_at:!?                                                           | none",
                "archived_at:*                                                           | orla bram nameless latest",
                "archived_at:?                                                           | none",
                "first_name:=orla                                                        | orla",
                "first_name:!=Orla                                                       | bram nameless latest",
                "first_name:?                                                            | orla bram latest",
                "first_name:!?                                                           | nameless",
                "last_name:~test                                                         | orla latest",
                "last_name:~~%ford                                                       | bram",
                "last_name:~~Test%                                                       | orla",
                "date_of_birth:=1987-11-03                                               | orla",
                "date_of_birth:>=1987-11-04                                              | bram",
                "date_of_birth:<1990-02-28                                               | orla",
                "date_of_birth:****-11-**                                                | orla",
                "date_of_birth:=19**-02-28                                               | bram",
                "date_of_birth:!?                                                        | nameless latest",
                "accepted_privacy_policy:=true                                           | none",
                "accepted_privacy_policy:!=true                                          | orla bram nameless latest",
            })
    void understandsTheOperatorsOfEachType(String term, String wanted) {
        assertThat(client.ids("/patients?" + terms(term))).containsExactlyInAnyOrder(named(wanted));
    }

    @Test
    void comparesIdsAsNumbers() {
        assertThat(Long.parseLong(latest)).isGreaterThan(Long.MAX_VALUE / 10);
        assertThat(client.ids("/patients?" + terms("id:>" + nameless))).containsExactly(latest);
        assertThat(client.ids("/patients?" + terms("id:<=" + bram))).containsExactly(orla, bram);
        assertThat(client.ids("/patients?" + terms("id:!=" + bram))).hasSize(3);
        assertThat(client.ids("/patients?" + terms("id:=" + latest))).containsExactly(latest);
    }

    @Test
    void takesListsOfNumbersAsSwitched() {
        String list = "/patients?" + terms("id:=" + latest + "," + orla + ",77");
        assertThat(client.ids(list)).containsExactly(orla, latest);
        assertThat(client.json(list).path("total_entries").asInt()).isEqualTo(2);

        simulator.switches().set(Switch.NUMBER_LISTS, Choice.REFUSED);
        assertThat(client.json(list).path("message").asString()).isEqualTo("Filter value for id must be a number");
    }

    @Test
    void combinesAllTermsWithAnd() {
        assertThat(client.ids(
                        "/patients?" + terms("id:>" + orla, "id:<" + latest, "updated_at:>=2026-06-15T02:30:00Z")))
                .containsExactly(bram, nameless);
        assertThat(client.ids(
                        "/patients?" + terms("id:>" + orla, "id:>" + bram, "last_name:~test") + "&sort=updated_at"))
                .containsExactly(latest);
        assertThat(client.ids(
                        "/patients?" + terms("created_at:>=2027-01-01T00:00:00Z", "created_at:<2026-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void findsElementsOfArrays() {
        SimulatedPractice.seed(clinic, 1, 0, 1, NOW);
        long group = practice.classes().create(NOW);
        practice.classes().create(NOW);
        practice.classes().addAttendee(group, Long.parseLong(orla));

        assertThat(client.ids("/group_appointments?" + terms("patient_ids:~" + orla)))
                .containsExactly(Long.toString(group));
        assertThat(client.ids("/group_appointments?" + terms("patient_ids:~" + bram)))
                .isEmpty();
        assertThat(client.ids("/bookings?" + terms("patient_ids:~" + orla))).containsExactly(Long.toString(group));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/patients                | phone:=1                          | phone is not filterable",
                "/patients                | merged_at:?                       | merged_at is not filterable",
                "/patients                | deleted_at:*                      | deleted_at is not filterable",
                "/group_appointments      | cancelled_at:*                    | cancelled_at is not filterable",
                "/attendees               | starts_at:>2026-01-01T00:00:00Z   | starts_at is not filterable",
                "/individual_appointments | notes:~x                          | notes is not filterable",
                "/individual_appointments | patient_id:=x                     | Filter value for patient_id must be a number",
                "/individual_appointments | did_not_arrive:=1                 | Filter value for did_not_arrive must be true or false",
                "/patients                | updated_at:>=2026-01-01           | Filter value for updated_at must be a date time",
                "/patients                | updated_at:>=2026-01-01T00:00:00+10:00 | Filter value for updated_at must be a date time",
                "/patients                | updated_at:=2026-01-01T00:00:00Z  | Filter operator = is not supported for updated_at",
                "/patients                | first_name:*                      | Filter operator * is not supported for first_name",
                "/patients                | date_of_birth:=yesterday          | Filter value for date_of_birth must be a date",
                "/patients                | first_name:like:O                 | Filter operator like:O is not supported for first_name",
            })
    void refusesWhatAColumnDoesNotHave(String path, String term, String message) {
        HttpResponse<String> refused = client.get(path + "?" + terms(term));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Answers.JSON.readTree(refused.body()).path("message").asString())
                .isEqualTo(message);
    }

    @Test
    void failsOnFiltersWithoutBracketsOrIgnoresThem() {
        for (String malformed :
                new String[] {"q=first_name:=Orla", "q[][]=first_name:=Orla", "q[0]=first_name:=Orla"}) {
            String query = malformed.replace("[", "%5B").replace("]", "%5D");
            simulator.switches().set(Switch.MALFORMED_Q, Choice.SERVER_ERROR);
            assertThat(client.get("/patients?" + query).statusCode()).isEqualTo(500);
            simulator.switches().set(Switch.MALFORMED_Q, Choice.IGNORED);
            assertThat(client.ids("/patients?" + query)).hasSize(4);
        }
    }

    private String[] named(String wanted) {
        return wanted.equals("none")
                ? new String[0]
                : wanted.replace("orla", orla)
                        .replace("bram", bram)
                        .replace("nameless", nameless)
                        .replace("latest", latest)
                        .split(" ");
    }
}
