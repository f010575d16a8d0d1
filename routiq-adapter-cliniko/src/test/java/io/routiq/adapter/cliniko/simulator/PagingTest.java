package io.routiq.adapter.cliniko.simulator;

import static io.routiq.adapter.cliniko.simulator.ApiClient.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PagingTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");

    private final ClinikoSimulator simulator = ClinikoSimulator.start(0, SimulatorClock.frozenAt(NOW));
    private final SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
    private final ApiClient client = new ApiClient(simulator.baseOf("au2"), clinic.issueKey());

    @BeforeEach
    void seed() {
        SimulatedPractice.seed(clinic, 230, 600, 3, NOW);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void givesFiftyRowsInOrderOfCreation() {
        JsonNode page = client.json("/patients");

        List<String> created = page.path("patients")
                .valueStream()
                .map(row -> row.path("created_at").asString())
                .toList();
        assertThat(created).hasSize(50).isSorted();
        assertThat(page.path("links").has("previous")).isFalse();
        assertThat(page.path("links").path("next").asString()).endsWith("/au2/v1/patients?page=2");
        assertThat(page.path("total_entries").isInt()).isTrue();
    }

    @Test
    void keepsTheEncodedQueryInItsLinks() {
        String query = terms("updated_at:>=2020-01-01T00:00:00Z", "archived_at:*") + "&sort=id&per_page=100";

        JsonNode links = client.json("/patients?" + query + "&page=2").path("links");

        assertThat(links.path("next").asString()).isEqualTo(simulator.baseOf("au2") + "/patients?" + query + "&page=3");
        assertThat(links.path("previous").asString())
                .isEqualTo(simulator.baseOf("au2") + "/patients?" + query + "&page=1");
        assertThat(links.path("self").asString()).isEqualTo(simulator.baseOf("au2") + "/patients?" + query + "&page=2");
    }

    @Test
    void leavesOutNextOnTheLastPage() {
        JsonNode last = client.json("/patients?" + terms("archived_at:*") + "&page=3&per_page=100");

        assertThat(last.path("patients").size()).isEqualTo(30);
        assertThat(last.path("links").has("next")).isFalse();
        assertThat(last.path("links").has("previous")).isTrue();
    }

    @Test
    void answersPagesPastTheEndAsSwitched() {
        assertThat(client.json("/patients?page=99").path("patients").size()).isZero();

        simulator.switches().set(Switch.PAGE_PAST_END, Choice.NOT_FOUND);
        assertThat(client.get("/patients?page=99").statusCode()).isEqualTo(404);
    }

    @Test
    void clampsOrRefusesLargePagesAsSwitched() {
        assertThat(client.ids("/patients?per_page=500")).hasSize(100);

        simulator.switches().set(Switch.PER_PAGE_ABOVE_100, Choice.REFUSED);
        assertThat(client.get("/patients?per_page=101").statusCode()).isEqualTo(400);
        assertThat(client.ids("/patients?per_page=100")).hasSize(100);
    }

    @Test
    void sortsIdsAsNumbers() {
        List<String> ids = client.allIds("/patients?per_page=100&sort=id&" + terms("archived_at:*"), "patients");

        assertThat(ids).hasSize(230).isSortedAccordingTo(Comparator.comparing(Long::valueOf));
        assertThat(ids.stream().map(String::length).distinct()).contains(8, 18);
    }

    @Test
    void sortsBackwardsAndBySeveralColumns() {
        List<String> forwards = client.allIds("/patients?per_page=100&sort=last_name,id", "patients");
        List<String> backwards = client.allIds("/patients?per_page=100&sort=last_name:desc,id:desc", "patients");

        List<String> reversed = new ArrayList<>(backwards);
        Collections.reverse(reversed);
        assertThat(reversed).isEqualTo(forwards);
        assertThat(client.allIds("/patients?per_page=100&order=desc", "patients"))
                .containsExactlyInAnyOrderElementsOf(forwards)
                .isNotEqualTo(client.allIds("/patients?per_page=100", "patients"));
    }

    @Test
    void honoursSortByIdAsSwitched() {
        simulator.switches().set(Switch.SORT_BY_ID, Choice.IGNORED);
        assertThat(client.ids("/attendees?sort=id:desc")).isEqualTo(client.ids("/attendees"));

        simulator.switches().set(Switch.SORT_BY_ID, Choice.REFUSED);
        assertThat(client.get("/attendees?sort=updated_at,id").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesOrIgnoresUnknownSortColumns() {
        assertThat(client.json("/patients?sort=shoe_size").path("message").asString())
                .isEqualTo("shoe_size is not sortable");

        simulator.switches().set(Switch.SORT_BY_UNKNOWN, Choice.IGNORED);
        assertThat(client.ids("/patients?sort=shoe_size")).isEqualTo(client.ids("/patients"));
    }

    @Test
    void ordersEqualsAsSwitched() {
        clinic.practice().patients().touchMany(100);
        String query = "/patients?per_page=100&sort=updated_at&" + terms("archived_at:*", "updated_at:>=" + NOW);
        List<String> byId = client.ids(query);

        simulator.switches().set(Switch.TIES, Choice.BY_ID_DESCENDING);
        assertThat(client.ids(query)).isEqualTo(byId.reversed());
        simulator.switches().set(Switch.TIES, Choice.SHUFFLED);
        assertThat(client.ids(query)).containsExactlyInAnyOrderElementsOf(byId).isNotEqualTo(client.ids(query));
        assertThat(client.ids(query.replace("updated_at&", "updated_at,id&"))).isEqualTo(byId);
    }

    @Test
    void agreesWithAndWithoutAnIndex() {
        String terms = terms("starts_at:>=2026-05-01T00:00:00Z", "id:>10000000", "cancelled_at:*", "archived_at:*");
        List<String> indexed =
                client.allIds("/individual_appointments?sort=starts_at,id&" + terms, "individual_appointments");

        assertThat(client.allIds(
                        "/individual_appointments?sort=starts_at,practitioner_id,id&" + terms,
                        "individual_appointments"))
                .containsExactlyInAnyOrderElementsOf(indexed);
        assertThat(indexed).isNotEmpty().doesNotHaveDuplicates();
    }
}
