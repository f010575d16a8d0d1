package io.routiq.adapter.cliniko.simulator;

import static io.routiq.adapter.cliniko.simulator.ApiClient.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HiddenRecordsTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");
    private static final String LIST = "/individual_appointments?";
    private static final String BOTH = terms("cancelled_at:*", "archived_at:*");

    private final ClinikoSimulator simulator = ClinikoSimulator.start(0, SimulatorClock.frozenAt(NOW));
    private final SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
    private final AppointmentBook appointments = clinic.practice().appointments();
    private final ApiClient client = new ApiClient(simulator.baseOf("au2"), clinic.issueKey());
    private String plain = "";
    private String cancelled = "";
    private String archived = "";
    private String both = "";
    private String deleted = "";

    @BeforeEach
    void bookings() {
        SimulatedPractice.seed(clinic, 1, 0, 1, NOW);
        plain = book();
        cancelled = book();
        archived = book();
        both = book();
        deleted = book();
        appointments.cancel(Long.parseLong(cancelled));
        appointments.archive(Long.parseLong(archived));
        appointments.cancel(Long.parseLong(both));
        appointments.archive(Long.parseLong(both));
        appointments.delete(Long.parseLong(deleted));
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void hidesCancelledArchivedAndDeletedRows() {
        assertThat(client.ids(LIST)).containsExactly(plain);
        assertThat(client.ids("/bookings")).contains(plain).doesNotContain(cancelled, archived, both, deleted);
    }

    @Test
    void liftsEachByItsOwnWildcard() {
        assertThat(client.ids(LIST + terms("cancelled_at:*"))).containsExactly(plain, cancelled);
        assertThat(client.ids(LIST + terms("archived_at:*"))).containsExactly(plain, archived);
        assertThat(client.ids(LIST + BOTH)).containsExactly(plain, cancelled, archived, both);
        assertThat(client.ids(LIST + terms("cancelled_at:?", "archived_at:*"))).containsExactly(cancelled, both);
    }

    @Test
    void liftsAllByAnyWildcardWhenSwitched() {
        simulator.switches().set(Switch.WILDCARD_LIFTS, Choice.TOGETHER);

        assertThat(client.ids(LIST + terms("cancelled_at:*"))).containsExactly(plain, cancelled, archived, both);
        assertThat(client.ids(LIST)).containsExactly(plain);
    }

    @Test
    void showsWhatIsLeftOfDeletedRowsOnlyWhenSwitched() {
        String query = LIST + BOTH + "&" + terms("deleted_at:*");
        assertThat(client.ids(query)).doesNotContain(deleted);

        simulator.switches().set(Switch.DELETED_WILDCARD, Choice.HONOURED);
        assertThat(client.ids(query)).contains(deleted);
        assertThat(client.rows(LIST + terms("deleted_at:?")).path(0).has("starts_at"))
                .isFalse();
        assertThat(client.ids(LIST + BOTH)).doesNotContain(deleted);
    }

    @Test
    void listsCancelledRowsAnywayWhenSwitched() {
        simulator.switches().set(Switch.CANCELLED_BY_DEFAULT, Choice.LISTED);

        assertThat(client.ids(LIST)).containsExactly(plain, cancelled);
    }

    @Test
    void hidesTheSameRecordsById() {
        assertThat(status(plain, "")).isEqualTo(200);
        assertThat(status(cancelled, "")).isEqualTo(404);
        assertThat(status(cancelled, terms("cancelled_at:*"))).isEqualTo(200);
        assertThat(status(both, terms("cancelled_at:*"))).isEqualTo(404);
        assertThat(status(both, BOTH)).isEqualTo(200);
        assertThat(status(deleted, BOTH)).isEqualTo(404);
        simulator.switches().set(Switch.HIDDEN_BY_ID, Choice.LISTED);
        assertThat(status(both, "")).isEqualTo(200);
    }

    @Test
    void hidesArchivedPatientsById() {
        long patient = clinic.practice().patients().create("Una", "Testwick");
        clinic.practice().patients().archive(patient);

        assertThat(client.get("/patients/" + patient).statusCode()).isEqualTo(404);
        assertThat(client.get("/patients/" + patient + "?" + terms("archived_at:*"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersNotFoundInEachOfTheKnownWays() {
        assertThat(client.get("/patients/77").body()).contains("message");
        simulator.switches().set(Switch.NOT_FOUND_BODY, Choice.EMPTY);
        assertThat(client.get("/patients/77").body()).isEmpty();
        simulator.switches().set(Switch.NOT_FOUND_BODY, Choice.HTML);
        assertThat(client.get("/patients/77").body()).startsWith("<!DOCTYPE html>");
        assertThat(client.get("/patients/not-a-number").statusCode()).isEqualTo(404);
    }

    @Test
    void answersUnknownRoutesWithALongPage() {
        for (String unknown : new String[] {"/account", "/appointments", "/cancellations", "/patients/1/2/3"}) {
            var answer = client.get(unknown);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).startsWith("<!DOCTYPE html>").hasSizeGreaterThan(20_000);
        }
    }

    private String book() {
        long patient = clinic.practice().patients().ids().getFirst();
        return Long.toString(appointments.create(patient, NOW));
    }

    private int status(String id, String query) {
        return client.get("/individual_appointments/" + id + "?" + query).statusCode();
    }
}
