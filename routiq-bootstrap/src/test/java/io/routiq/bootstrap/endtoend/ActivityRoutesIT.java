package io.routiq.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.routiq.bootstrap.sandbox.Clinic;
import io.routiq.bootstrap.sandbox.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What is said of who is active and why, by several routes about the same copy, agrees. */
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityRoutesIT {

    private static final String ORG = "org_activity_routes";
    private static final String PATIENTS = "/api/v1/patients/" + ORG;

    private final Product product;
    private final Client admin;
    private final Clinic clinic;

    ActivityRoutesIT(Product product) {
        this.product = product;
        this.admin = Client.admin(product, ORG);
        this.clinic = Clinic.open(product.simulator(), ORG, "Sample Lane Clinic", "au4", new Clinic.Size(60, 700, 5));
        clinic.account().requestsPerMinute(100_000);
    }

    @BeforeAll
    void synchronise() {
        assertThat(admin.configure(ORG, clinic.key()).status()).isEqualTo(201);
        assertThat(admin.run(ORG, "full").at("/status")).isEqualTo("completed");
    }

    @Test
    void showsTheAppointmentsThatItCounts() {
        JsonNode body =
                admin.get(PATIENTS + "/active/with-appointments?limit=200").json();

        Instant now = Instant.parse(body.at("/definition/evaluated_at").asString());
        assertThat(body.path("patients"))
                .hasSize(body.path("total_count").asInt())
                .isNotEmpty()
                .allSatisfy(patient -> {
                    assertThat(patient.path("recent_appointments"))
                            .hasSize(Math.min(
                                    20, patient.path("recent_appointment_count").asInt()))
                            .allMatch(visit ->
                                    !date(visit).isAfter(now) && !date(visit).isBefore(now.minus(Duration.ofDays(30))));
                    assertThat(patient.path("upcoming_appointments"))
                            .hasSize(Math.min(
                                    20,
                                    patient.path("upcoming_appointment_count").asInt()))
                            .map(ActivityRoutesIT::date)
                            .isSorted()
                            .allMatch(date -> date.isAfter(now));
                    assertThat(patient.at("/upcoming_appointments/0/date").asString(""))
                            .isEqualTo(patient.path("next_appointment_time").asString(""));
                });
    }

    @Test
    void explainsEachPatientAsTheListDoes() {
        JsonNode patients = admin.get(PATIENTS + "/active?limit=200").json().path("patients");

        assertThat(patients).isNotEmpty().allSatisfy(patient -> {
            JsonNode why = admin.get(PATIENTS + "/" + patient.path("id").asString() + "/activity")
                    .json();
            assertThat(why.path("activity_status")).isEqualTo(patient.path("activity_status"));
            assertThat(why.path("is_active")).isEqualTo(patient.path("is_active"));
            assertThat(why.path("evidence").size())
                    .isEqualTo(patient.path("recent_appointment_count").asInt()
                            + patient.path("upcoming_appointment_count").asInt());
            assertThat(Instant.parse(why.path("changes_at").asString())).isAfter(Instant.EPOCH);
        });
    }

    @Test
    void summarisesWhatTheListAndTheDashboardCount() {
        JsonNode list = admin.get(PATIENTS + "/active?limit=200").json();
        JsonNode stats = admin.get("/api/v1/sync/dashboard/" + ORG).json().path("patient_stats");

        JsonNode summary = admin.get(PATIENTS + "/active/summary").json();

        int active = list.path("total_count").asInt();
        assertThat(summary.path("total_active_patients").asInt()).isEqualTo(active);
        assertThat(summary.path("total_active_patients")).isEqualTo(stats.path("active_patients"));
        assertThat(summary.path("patients_with_recent_appointments")).isEqualTo(stats.path("patients_with_recent"));
        assertThat(summary.path("patients_with_upcoming_appointments")).isEqualTo(stats.path("patients_with_upcoming"));
        assertThat(summary.path("last_sync_date")).isEqualTo(stats.path("last_sync_time"));
        assertThat(summary.path("avg_total_appointments").asDouble())
                .isCloseTo(
                        list.path("patients")
                                .valueStream()
                                .mapToInt(patient ->
                                        patient.path("total_appointment_count").asInt())
                                .average()
                                .orElseThrow(),
                        offset(0.0051));
    }

    @Test
    void sparesTheBodyUntilTheNextSync() {
        List<String> paths = List.of("/active", "/active/with-appointments", "/active/summary");
        List<Client> knowing = paths.stream()
                .map(path -> admin.with("If-None-Match", tagOf(admin.get(PATIENTS + path))))
                .toList();

        for (int number = 0; number < paths.size(); number++) {
            assertThat(knowing.get(number).get(PATIENTS + paths.get(number)).status())
                    .isEqualTo(304);
        }
        admin.run(ORG, "incremental");
        for (int number = 0; number < paths.size(); number++) {
            assertThat(knowing.get(number).get(PATIENTS + paths.get(number)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void compressesWhatItTags() {
        Client.Answer answer = admin.with("Accept-Encoding", "gzip").get(PATIENTS + "/active");

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(tagOf(answer)).startsWith("\"");
    }

    @Test
    void keepsOrganizationsApart() {
        String patient = admin.get(PATIENTS + "/active?limit=1").at("/patients/0/id");
        Client stranger = Client.admin(product, "org_activity_stranger");

        for (String path : List.of("/active/with-appointments", "/active/summary", "/" + patient + "/activity")) {
            assertThat(stranger.get(PATIENTS + path).at("/code")).isEqualTo("organization_access_denied");
        }
        assertThat(stranger.get("/api/v1/auth/organization/" + ORG + "/access").status())
                .isEqualTo(403);
        assertThat(stranger.get("/api/v1/patients/org_activity_stranger/" + patient + "/activity")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/v1/patients/org_activity_stranger/active/summary")
                        .json()
                        .path("total_active_patients")
                        .asInt())
                .isZero();
    }

    private static Instant date(JsonNode visit) {
        return Instant.parse(visit.path("date").asString());
    }

    private static String tagOf(Client.Answer answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
