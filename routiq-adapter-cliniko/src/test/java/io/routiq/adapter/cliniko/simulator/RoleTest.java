package io.routiq.adapter.cliniko.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoleTest {

    private final ClinikoSimulator simulator = ClinikoSimulator.start();
    private final SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void letsOnlyAdministratorsReadUsersAndSettings() {
        assertThat(as(Role.ADMINISTRATOR, "/users").statusCode()).isEqualTo(200);
        assertThat(as(Role.ADMINISTRATOR, "/settings").statusCode()).isEqualTo(200);
        for (Role role : new Role[] {Role.RECEPTIONIST, Role.PRACTITIONER, Role.BOOKKEEPER, Role.SCHEDULER}) {
            assertThat(as(role, "/users").statusCode()).isEqualTo(403);
            assertThat(as(role, "/settings").statusCode()).isEqualTo(403);
            assertThat(as(role, "/settings/public").statusCode()).isEqualTo(200);
            assertThat(as(role, "/user").body()).contains("\"role\":\"" + role.label() + "\"");
        }
    }

    @Test
    void deniesTheWholeResourceToItsRole() {
        assertThat(as(Role.BOOKKEEPER, "/individual_appointments").statusCode()).isEqualTo(403);
        assertThat(as(Role.BOOKKEEPER, "/individual_appointments/77").statusCode())
                .isEqualTo(403);
        assertThat(as(Role.BOOKKEEPER, "/patients").statusCode()).isEqualTo(200);
    }

    @Test
    void deniesInEachOfTheKnownWays() {
        simulator.switches().set(Switch.DENIAL, Choice.FORBIDDEN_EMPTY);
        HttpResponse<String> empty = as(Role.RECEPTIONIST, "/users");
        assertThat(empty.statusCode()).isEqualTo(403);
        assertThat(empty.body()).isEmpty();

        simulator.switches().set(Switch.DENIAL, Choice.NOT_FOUND);
        assertThat(as(Role.RECEPTIONIST, "/users").statusCode()).isEqualTo(404);
    }

    @Test
    void takesAndGivesBackPermissionsAtRunTime() {
        clinic.deny("patients");
        assertThat(as(Role.ADMINISTRATOR, "/patients").statusCode()).isEqualTo(403);

        clinic.permit("patients");
        assertThat(as(Role.ADMINISTRATOR, "/patients").statusCode()).isEqualTo(200);
    }

    @Test
    void showsPractitionersTheirOwnBookingsWhenSwitched() {
        Instant noon = Instant.parse("2026-06-15T02:00:00Z");
        SimulatedPractice.seed(clinic, 1, 0, 1, noon);
        Setup setup = clinic.practice().setup();
        long user = setup.user("Rhea", "Testwell", Role.PRACTITIONER);
        long own = setup.practitioner(user, "Rhea", "Testwell");
        long patient = clinic.practice().patients().create("Una", "Testwick");
        long business = setup.businesses().getFirst();
        long type = setup.appointmentTypes().getFirst();
        clinic.practice().appointments().create(patient, noon);
        long mine =
                clinic.practice().appointments().create(patient, own, business, type, noon, noon.plusSeconds(1_800));
        var client = new ApiClient(simulator.baseOf("au2"), clinic.issueKey(user));

        assertThat(client.ids("/individual_appointments")).hasSize(2);
        simulator.switches().set(Switch.PRACTITIONER_SEES, Choice.OWN);
        assertThat(client.ids("/individual_appointments")).containsExactly(Long.toString(mine));
        assertThat(client.ids("/attendees")).hasSize(1);
    }

    private HttpResponse<String> as(Role role, String path) {
        return new ApiClient(simulator.baseOf("au2"), clinic.issueKey(role)).get(path);
    }
}
