package io.routiq.adapter.cliniko.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class MergeTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");
    private static final String LATER = "2026-06-15T03:30:00Z";

    private final SimulatorClock clock = SimulatorClock.frozenAt(NOW);
    private final SimulatorState state = new SimulatorState(clock);
    private final SimulatedPractice practice =
            state.addAccount("Clinic", "au2", "AU", "Australia/Sydney").practice();
    private final AppointmentBook appointments = practice.appointments();
    private final PatientBook patients = practice.patients();
    private long una;
    private long pell;
    private long visit;

    @BeforeEach
    void book() {
        practice.seed(1, 0, 1, NOW);
        una = patients.create("Una", "Testwick");
        pell = patients.create("Pell", "Mockstone");
        visit = appointments.create(una, NOW.plus(Duration.ofDays(3)));
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void mergesAndUnmerges() {
        patients.merge(una, pell);

        ObjectNode loser = record("patients", una);
        assertThat(loser.path("merged_at").asString()).isEqualTo(LATER);
        assertThat(loser.path("archived_at").asString()).isEqualTo(LATER);
        assertThat(SeedTest.reference(loser, "merged_with_patient")).isEqualTo(Long.toString(pell));
        assertThat(patientOf(visit)).isEqualTo(pell);
        assertThat(SeedTest.reference(attendeeOf(visit), "patient")).isEqualTo(Long.toString(pell));
        assertThat(record("individual_appointments", visit).path("updated_at").asString())
                .isEqualTo(LATER);

        patients.unmerge(una);
        assertThat(record("patients", una).path("merged_at").isNull()).isTrue();
        assertThat(patientOf(visit)).isEqualTo(una);
    }

    @Test
    void movesAppointmentsOfMergedPatientsAsSwitched() {
        state.switches.set(Switch.MERGE_MOVES_APPOINTMENTS, Choice.NO);
        patients.merge(una, pell);
        assertThat(patientOf(visit)).isEqualTo(pell);
        assertThat(record("individual_appointments", visit).path("updated_at").asString())
                .isEqualTo(NOW.toString());

        state.switches.set(Switch.MERGE_REPOINTS, Choice.NO);
        long other = appointments.create(pell, NOW);
        patients.merge(pell, una);
        assertThat(patientOf(other)).isEqualTo(pell);
    }

    private long patientOf(long appointment) {
        return Long.parseLong(SeedTest.reference(record("individual_appointments", appointment), "patient"));
    }

    private ObjectNode attendeeOf(long booking) {
        return practice.records("attendees").stream()
                .filter(row -> SeedTest.reference(row, "booking").equals(Long.toString(booking)))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode record(String resource, long id) {
        return practice.records(resource).stream()
                .filter(row -> row.path("id").asString().equals(Long.toString(id)))
                .findFirst()
                .orElseThrow();
    }
}
