package io.routiq.bootstrap.endtoend;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.cliniko.simulator.SimulatedAccount;
import io.routiq.bootstrap.sandbox.Clinic;
import io.routiq.bootstrap.sandbox.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Connect, synchronise, see who is active: the copy is compared with the source. */
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobIT {

    private static final String ORG = "org_main_job";
    private static final Duration WINDOW = Duration.ofDays(30);

    private final Product product;
    private final Client admin;
    private final Clinic clinic;

    MainJobIT(Product product) {
        this.product = product;
        this.admin = Client.admin(product, ORG);
        this.clinic = Clinic.open(product.simulator(), ORG, "Test Lane Clinic", "au3", new Clinic.Size(400, 2500, 7));
        clinic.account().requestsPerMinute(100_000);
    }

    @BeforeAll
    void connect() {
        assertThat(admin.configure(ORG, clinic.key()).status()).isEqualTo(201);
    }

    @Test
    void servesExactlyTheActivePatientsAfterAnActiveRun() {
        Client.Answer run = admin.run(ORG, "active");

        assertThat(run.at("/status")).as(run.text()).isEqualTo("completed");
        Client.Answer list = admin.get("/api/v1/patients/" + ORG + "/active?limit=200");
        assertThat(ids(list.json().path("patients")))
                .isEqualTo(activeAtTheSource(Instant.parse(list.at("/definition/evaluated_at"))));
        assertThat(list.json().path("total_count").asInt())
                .isEqualTo(list.json().path("patients").size());
        assertThat(list.at("/data_as_of")).isNotEmpty();
    }

    @Test
    void holdsEveryPatientAfterAFullRun() {
        Client.Answer run = admin.run(ORG, "full");

        assertThat(run.at("/status")).as(run.text()).isEqualTo("completed");
        assertThat(run.json().path("progress_percentage").asInt()).isEqualTo(100);
        assertThat(run.json().path("patients_found").asInt()).isEqualTo(400);
        assertThat(fetched(run, "appointments") + fetched(run, "attendees")).isEqualTo(2500);
        assertThat(run.json().path("errors")).isEmpty();
        long inUse = clinic.account().practice().records("patients").stream()
                .filter(patient -> patient.path("archived_at").isNull())
                .count();
        Client.Answer dashboard = admin.get("/api/v1/sync/dashboard/" + ORG);
        assertThat(dashboard.json().at("/patient_stats/total_patients").asLong())
                .isEqualTo(inUse);
        assertThat(dashboard.json().at("/current_sync").isNull()).isTrue();
        assertThat(dashboard.at("/last_sync/status")).isEqualTo("completed");
    }

    @Test
    void asksOnceAStreamWhenNothingHasChanged() {
        admin.run(ORG, "full");

        Client.Answer run = admin.run(ORG, "incremental");

        assertThat(run.at("/status")).as(run.text()).isEqualTo("completed");
        Client.Answer history = admin.get("/api/v1/sync/history/" + ORG + "?limit=1");
        assertThat(history.json().at("/recent_syncs/0/requests_made").asInt()).isLessThanOrEqualTo(8);
    }

    @Test
    void pagesByCursorThroughTheWholeList() {
        admin.run(ORG, "active");
        Set<String> paged = new TreeSet<>();
        String path = "/api/v1/patients/" + ORG + "/active?limit=37";
        Client.Answer page = admin.get(path);
        paged.addAll(ids(page.json().path("patients")));
        while (page.json().path("has_next").asBoolean()) {
            page = admin.get(path + "&cursor=" + page.at("/next_cursor"));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            paged.addAll(ids(page.json().path("patients")));
        }

        Client.Answer whole = admin.get("/api/v1/patients/" + ORG + "/active?limit=200");
        assertThat(paged).isEqualTo(ids(whole.json().path("patients"))).isNotEmpty();
    }

    @Test
    void neverShowsTheKey() throws IOException {
        Client.Answer shown = admin.get("/api/v1/cliniko/configure/" + ORG);
        Client.Answer tested = admin.get("/api/v1/cliniko/test-connection/" + ORG);

        String secret = clinic.key().substring(0, clinic.key().lastIndexOf('-'));
        assertThat(tested.at("/code")).isEqualTo("connected");
        assertThat(shown.text() + tested.text() + Files.readString(product.log()))
                .doesNotContain(secret);
    }

    private static int fetched(Client.Answer run, String stream) {
        return run.json()
                .path("streams")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(stream))
                .mapToInt(each -> each.path("fetched").asInt())
                .sum();
    }

    private static Set<String> ids(JsonNode patients) {
        return patients.valueStream()
                .map(patient -> patient.path("id").asString())
                .collect(toCollection(TreeSet::new));
    }

    /** By the contract's words, from the source's own records. */
    private Set<String> activeAtTheSource(Instant now) {
        SimulatedAccount account = clinic.account();
        Set<String> inUse = account.practice().records("patients").stream()
                .filter(patient -> patient.path("archived_at").isNull())
                .map(patient -> patient.path("id").asString())
                .collect(toCollection(TreeSet::new));
        Map<String, ObjectNode> classes = new HashMap<>();
        account.practice()
                .records("group_appointments")
                .forEach(held -> classes.put(held.path("id").asString(), held));
        Set<String> active = new TreeSet<>();
        for (ObjectNode visit : account.practice().records("individual_appointments")) {
            if (stands(visit) && !visit.path("did_not_arrive").asBoolean(false) && counts(visit, now)) {
                active.add(reference(visit, "patient"));
            }
        }
        for (ObjectNode place : account.practice().records("attendees")) {
            ObjectNode held = classes.get(reference(place, "booking"));
            boolean missed =
                    place.path("arrived").isBoolean() && !place.path("arrived").asBoolean();
            if (held != null && stands(held) && stands(place) && !missed && counts(held, now)) {
                active.add(reference(place, "patient"));
            }
        }
        active.retainAll(inUse);
        return active;
    }

    private static boolean stands(ObjectNode record) {
        return List.of("cancelled_at", "archived_at", "deleted_at").stream()
                .allMatch(member ->
                        record.path(member).isNull() || record.path(member).isMissingNode());
    }

    private static boolean counts(ObjectNode visit, Instant now) {
        return !Instant.parse(visit.path("starts_at").asString()).isBefore(now.minus(WINDOW));
    }

    private static String reference(ObjectNode record, String member) {
        String link = record.path(member).path("links").path("self").asString("");
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
