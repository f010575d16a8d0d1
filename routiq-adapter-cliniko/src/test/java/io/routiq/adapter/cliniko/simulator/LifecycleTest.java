package io.routiq.adapter.cliniko.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class LifecycleTest {

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
    void beginsWithUpdatedAtAsCreatedAt() {
        long fresh = appointments.create(una, NOW);

        ObjectNode row = record("individual_appointments", fresh);
        assertThat(row.path("created_at").asString()).isEqualTo(LATER);
        assertThat(row.path("updated_at").asString()).isEqualTo(LATER);
    }

    @Test
    void reschedulesWithoutChangingTheLength() {
        appointments.reschedule(visit, Instant.parse("2026-07-01T00:00:00Z"));

        ObjectNode row = record("individual_appointments", visit);
        assertThat(row.path("starts_at").asString()).isEqualTo("2026-07-01T00:00:00Z");
        assertThat(row.path("ends_at").asString()).isEqualTo("2026-07-01T00:30:00Z");
        assertThat(row.path("updated_at").asString()).isEqualTo(LATER);
    }

    @Test
    void cancelsForEver() {
        appointments.cancel(visit, 30, "Has a cold");
        clock.advance(Duration.ofHours(1));
        appointments.cancel(visit, 60, "Again");

        ObjectNode row = record("individual_appointments", visit);
        assertThat(row.path("cancelled_at").asString()).isEqualTo(LATER);
        assertThat(row.path("cancellation_reason").asInt()).isEqualTo(30);
        assertThat(row.path("cancellation_reason_description").asString()).isEqualTo("Sick");
        assertThat(row.path("cancellation_note").asString()).isEqualTo("Has a cold");
        assertThat(attendeeOf(visit).path("cancelled_at").asString()).isEqualTo(LATER);
    }

    @Test
    void passesArrivalOnToTheAttendeeAsSwitched() {
        appointments.didNotArrive(visit);
        assertThat(attendeeOf(visit).path("arrived").toString()).isEqualTo("false");

        state.switches.set(Switch.APPOINTMENT_REACHES_ATTENDEE, Choice.NO);
        appointments.arrive(visit);
        assertThat(record("individual_appointments", visit)
                        .path("patient_arrived")
                        .asBoolean())
                .isTrue();
        assertThat(record("individual_appointments", visit)
                        .path("did_not_arrive")
                        .asBoolean(false))
                .isFalse();
        assertThat(attendeeOf(visit).path("arrived").toString()).isEqualTo("false");
    }

    @Test
    void archivesAndRestores() {
        patients.archive(una);
        assertThat(record("patients", una).path("archived_at").asString()).isEqualTo(LATER);

        patients.unarchive(una);
        assertThat(record("patients", una).path("archived_at").isNull()).isTrue();
    }

    @Test
    void hidesWithoutAnUpdateWhenSwitched() {
        state.switches.set(Switch.HIDING_MOVES_UPDATED_AT, Choice.NO);

        appointments.cancel(visit);
        patients.archive(una);

        assertThat(record("individual_appointments", visit).path("updated_at").asString())
                .isEqualTo(NOW.toString());
        assertThat(record("patients", una).path("updated_at").asString()).isEqualTo(NOW.toString());
    }

    @Test
    void deletesARecordWithItsAttendee() {
        appointments.delete(visit);

        assertThat(practice.records("individual_appointments")).isEmpty();
        assertThat(practice.records("attendees")).isEmpty();
        assertThat(appointments.ids()).isEmpty();
    }

    @Test
    void listsPractitionersByWhetherTheyAreActive() {
        Setup setup = practice.setup();
        long practitioner = setup.practitioners().getFirst();
        assertThat(record("practitioners", practitioner).path("active").asBoolean())
                .isTrue();

        setup.deactivatePractitioner(practitioner);
        assertThat(record("practitioners/inactive", practitioner)
                        .path("updated_at")
                        .asString())
                .isEqualTo(LATER);
        assertThat(practice.records("practitioners"))
                .noneMatch(row -> row.path("id").asString().equals(Long.toString(practitioner)));
        setup.reactivatePractitioner(practitioner);
        assertThat(record("practitioners", practitioner).path("active").asBoolean())
                .isTrue();
    }

    @Test
    void archivesTypesAndLocations() {
        Setup setup = practice.setup();
        long type = setup.appointmentTypes().getFirst();
        long business = setup.businesses().getFirst();

        setup.archiveAppointmentType(type);
        setup.archiveBusiness(business);

        assertThat(record("appointment_types", type).path("archived_at").asString())
                .isEqualTo(LATER);
        assertThat(record("businesses", business).path("archived_at").asString())
                .isEqualTo(LATER);
        setup.unarchiveBusiness(business);
        assertThat(record("businesses", business).path("archived_at").isNull()).isTrue();
    }

    @Test
    void movesAClassWithItsAttendeesAsSwitched() {
        long pilates = practice.classes().create(NOW);
        clock.advance(Duration.ofHours(1));
        long seat = practice.classes().addAttendee(pilates, una);
        assertThat(record("group_appointments", pilates).path("updated_at").asString())
                .isEqualTo("2026-06-15T04:30:00Z");
        assertThat(record("group_appointments", pilates)
                        .path("patient_ids")
                        .path(0)
                        .asString())
                .isEqualTo(Long.toString(una));

        state.switches.set(Switch.ATTENDEE_MOVES_GROUP, Choice.NO);
        clock.advance(Duration.ofHours(1));
        practice.classes().arrived(seat, true);
        practice.classes().cancelAttendee(seat, 20, null);
        assertThat(record("attendees", seat).path("cancellation_reason").asInt())
                .isEqualTo(20);
        assertThat(record("group_appointments", pilates).path("patient_ids").isEmpty())
                .isTrue();
        assertThat(record("group_appointments", pilates).path("updated_at").asString())
                .isEqualTo("2026-06-15T04:30:00Z");
    }

    @Test
    void touchesOneOrManyInOneSecond() {
        for (int made = 0; made < 600; made++) {
            patients.create("Wren", "Testley");
        }
        clock.advance(Duration.ofHours(1));
        patients.touchMany(500);
        appointments.touch(visit);

        assertThat(practice.records("patients").stream()
                        .filter(row -> row.path("updated_at").asString().equals("2026-06-15T04:30:00Z")))
                .hasSize(500);
        assertThat(record("individual_appointments", visit).path("updated_at").asString())
                .isEqualTo("2026-06-15T04:30:00Z");
    }

    @Test
    void movesManyAppointmentsAtOnce() {
        long second = appointments.create(pell, NOW);

        appointments.rescheduleMany(2, Duration.ofDays(7));

        assertThat(record("individual_appointments", second).path("starts_at").asString())
                .isEqualTo("2026-06-22T02:30:00Z");
        assertThat(record("individual_appointments", visit).path("starts_at").asString())
                .isEqualTo("2026-06-25T02:30:00Z");
    }

    @Test
    void scattersNewIdsWhenSwitched() {
        state.switches.set(Switch.NEW_IDS, Choice.SCATTERED);
        for (int made = 0; made < 50; made++) {
            patients.create("Wren", "Testley");
        }

        List<ObjectNode> byId = practice.records("patients");
        assertThat(patients.create("Wren", "Testley"))
                .isLessThan(Long.parseLong(byId.getLast().path("id").asString()) * 2);
        List<Long> made = byId.stream().map(row -> row.path("id").asLong()).toList();
        assertThat(made).doesNotHaveDuplicates().isSorted();
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
