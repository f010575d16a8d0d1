package io.routiq.application.patient;

import static io.routiq.application.practice.CopyFixture.ANYBODY;
import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.audit.AuditTrail;
import io.routiq.application.audit.ReadEvent;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListPatientsWithVisitsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");
    private static final ReadEvent.Reader READER = new ReadEvent.Reader("user_9", "request-7");
    private static final PatientId ADA = new PatientId("1002");
    private static final PatientId BEA = new PatientId("1001");

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(NOW);
    private final ListPatientsWithVisits list = list(ports.audit());

    private ListPatientsWithVisits list(AuditTrail audit) {
        ListPatients listPatients =
                new ListPatients(ports.transactions(), ports.patients(), ports.watermarks(), audit, ports.clock());
        return new ListPatientsWithVisits(ports.transactions(), listPatients, ports.visits());
    }

    @BeforeEach
    void storeTwoPatients() {
        ports.transactions()
                .within(
                        organization,
                        () -> ports.copy()
                                .store(
                                        organization,
                                        List.of(
                                                patient("1001")
                                                        .named("Bea", "Bond")
                                                        .record(),
                                                patient("1002")
                                                        .named("Ada", "Abel")
                                                        .record(),
                                                appointment("5001", "1001", NOW.plusSeconds(60))
                                                        .record(),
                                                appointment("5002", "1001", NOW.minusSeconds(60))
                                                        .noted("better")
                                                        .record())));
    }

    @Test
    void givesEachPatientOfThePageAnAgenda() {
        ListPatientsWithVisits.Listing listing = list.list(organization, query(10, Optional.empty()), READER);

        assertThat(listing.agendas()).containsOnlyKeys(ADA, BEA);
        assertThat(listing.agendas().get(ADA)).isEqualTo(new Agenda(List.of(), List.of(), Optional.empty()));
        assertThat(listing.agendas().get(BEA)).satisfies(agenda -> {
            assertThat(agenda.recent()).hasSize(1);
            assertThat(agenda.upcoming()).hasSize(1);
            assertThat(agenda.notes()).contains("better");
        });
    }

    @Test
    void looksAtVisitsFromTheInstantOfTheFirstPage() {
        Optional<PatientQuery.Position> next = list.list(organization, query(1, Optional.empty()), READER)
                .patients()
                .page()
                .next();
        ports.clock().advance(Duration.ofHours(1));

        ListPatientsWithVisits.Listing second = list.list(organization, query(1, next), READER);

        assertThat(second.agendas()).containsOnlyKeys(BEA);
        assertThat(second.agendas().get(BEA))
                .extracting(agenda -> agenda.upcoming().size())
                .isEqualTo(1);
    }

    @Test
    void leavesOneEntryThatNamesWhatWasShown() {
        list.list(organization, query(10, Optional.empty()), READER);

        assertThat(ports.audit().entries(organization))
                .containsExactly(new ReadEvent(READER, "list_patients_with_appointments", List.of(ADA, BEA), NOW));
    }

    @Test
    void showsNothingWhenTheEntryCannotBeWritten() {
        ListPatientsWithVisits blind = list((whose, event) -> {
            throw new IllegalArgumentException("no entry can be stored");
        });

        assertThatIllegalArgumentException()
                .isThrownBy(() -> blind.list(organization, query(10, Optional.empty()), READER));
    }

    private static PatientQuery query(int limit, Optional<PatientQuery.Position> after) {
        PatientSort byName = new PatientSort(PatientSort.Key.NAME, false);
        return new PatientQuery(ActivityWindow.DEFAULT, ANYBODY, byName, 1, limit, after);
    }
}
