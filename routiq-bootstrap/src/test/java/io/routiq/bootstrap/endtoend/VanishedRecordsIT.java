package io.routiq.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.cliniko.simulator.PatientBook;
import io.routiq.bootstrap.sandbox.Clinic;
import io.routiq.bootstrap.sandbox.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What becomes of records that vanish, merge or are never found at the source. */
@ExtendWith(RunningProduct.class)
class VanishedRecordsIT {

    private static int organizations;

    private final String org = "org_vanished_" + organizations++;
    private final Client admin;
    private final Client member;
    private final Clinic clinic;
    private final PatientBook patients;

    VanishedRecordsIT(Product product, TestInfo test) {
        this.admin = Client.admin(product, org);
        this.member = Client.member(product, org);
        this.clinic = Clinic.open(product.simulator(), org, test.getDisplayName(), "uk3", new Clinic.Size(60, 200, 4));
        this.patients = clinic.account().practice().patients();
        clinic.account().requestsPerMinute(100_000);
    }

    @BeforeEach
    void synchronise() {
        admin.configure(org, clinic.key());
        assertThat(admin.run(org, "full").at("/status")).isEqualTo("completed");
    }

    @Test
    void deletesWhatTwoFullRunsFoundGone() {
        delete(ids().subList(0, 2));

        assertThat(admin.run(org, "full").json().path("alarm").isNull()).isTrue();
        assertThat(ids()).hasSize(58);
        admin.run(org, "full");

        assertThat(ids()).hasSize(56);
    }

    @Test
    void holdsMassDeletionsBackUntilAnAdministratorConfirms() {
        delete(ids().subList(0, 10));

        JsonNode held = admin.run(org, "full").json();
        assertThat(held.at("/status").asString()).isEqualTo("completed");
        assertThat(held.at("/alarm/code").asString()).isEqualTo("too_many");
        assertThat(held.at("/errors/0").asString()).startsWith("10 of 60 records of patients were not found");
        assertThat(admin.get("/api/v1/sync/history/" + org).at("/recent_syncs/0/alarm/hint"))
                .contains("force_refresh");

        member.ended(member.start(org, "full&force_refresh=true"));
        assertThat(ids()).hasSize(58);
        admin.ended(admin.start(org, "full&force_refresh=true"));
        assertThat(ids()).hasSize(48);
    }

    @Test
    void verifiesWhatIsTrue() {
        Client.Answer answer = verify(false);

        assertThat(answer.json().path("verified").asBoolean(false))
                .as(answer.text())
                .isTrue();
        assertThat(answer.at("/sync_mode")).isEqualTo("verify");
    }

    @Test
    void countsDifferencesAndMendsThemWhenAskedTo() {
        delete(ids().subList(0, 1));

        JsonNode found = verify(false).json();
        assertThat(found.path("verified").asBoolean(true)).isFalse();
        assertThat(found.at("/differences/vanished").asInt()).isEqualTo(1);
        assertThat(ids()).hasSize(58);

        verify(true);
        assertThat(ids()).hasSize(57);
        assertThat(verify(false).json().path("verified").asBoolean(false)).isTrue();
    }

    @Test
    void countsVisitsForWhomeverAMergeLeft() {
        long loser = patients.create("Una", "Testwick");
        long survivor = patients.create("Pell", "Mockstone");
        clinic.account().practice().appointments().create(loser, Instant.now().plus(Duration.ofDays(3)));
        admin.run(org, "incremental");
        assertThat(active()).contains(Long.toString(loser)).doesNotContain(Long.toString(survivor));

        patients.merge(loser, survivor);
        admin.run(org, "incremental");
        assertThat(active()).contains(Long.toString(survivor)).doesNotContain(Long.toString(loser));

        patients.unmerge(loser);
        admin.run(org, "incremental");
        assertThat(active()).contains(Long.toString(loser)).doesNotContain(Long.toString(survivor));
    }

    private Client.Answer verify(boolean repair) {
        Client.Answer started = member.post("/api/v1/sync/verify/" + org + "?repair=" + repair, Map.of());
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        return member.ended(started.at("/sync_id"));
    }

    private void delete(List<String> ids) {
        ids.forEach(id -> patients.delete(Long.parseLong(id)));
    }

    /** Of the sixty patients two were merged into others. */
    private List<String> ids() {
        return list("?include_archived=true&limit=200");
    }

    private List<String> active() {
        return list("/active?limit=200");
    }

    private List<String> list(String path) {
        return admin.get("/api/v1/patients/" + org + path)
                .json()
                .path("patients")
                .valueStream()
                .map(patient -> patient.path("id").asString())
                .toList();
    }
}
