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
import io.routiq.application.patient.ListPatients.Listing;
import io.routiq.application.patient.PatientQuery.Position;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityStatus;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.PatientId;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListPatientsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");
    private static final ReadEvent.Reader READER = new ReadEvent.Reader("user_9", "request-7");

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(NOW);
    private final ListPatients listPatients = listPatients(ports.audit());

    private ListPatients listPatients(AuditTrail audit) {
        return new ListPatients(ports.transactions(), ports.patients(), ports.watermarks(), audit, ports.clock());
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
                                                        .record())));
    }

    @Test
    void listsAndLeavesAnEntryOfWhomItShowed() {
        Listing listing = listPatients.list(organization, query(10, Optional.empty()), READER);

        assertThat(ids(listing)).containsExactly(new PatientId("1002"), new PatientId("1001"));
        assertThat(listing.page().totalCount()).isEqualTo(2);
        assertThat(listing.evaluatedAt()).isEqualTo(NOW);
        assertThat(ports.audit().entries(organization))
                .containsExactly(new ReadEvent(READER, "list_patients", ids(listing), NOW));
    }

    @Test
    void showsNothingWhenTheEntryCannotBeWritten() {
        ListPatients blind = listPatients((whose, event) -> {
            throw new IllegalArgumentException("no entry can be stored");
        });

        assertThatIllegalArgumentException()
                .isThrownBy(() -> blind.list(organization, query(10, Optional.empty()), READER));
    }

    @Test
    void writesTheEntryInTheTransactionThatReads() {
        ListPatients watched =
                listPatients((whose, event) -> ports.transactions().requireInside(organization));

        assertThat(watched.list(organization, query(10, Optional.empty()), READER)
                        .page()
                        .patients())
                .hasSize(2);
    }

    @Test
    void evaluatesForNowWhoComesLongAfterTheFirstPage() {
        Optional<Position> next = listPatients
                .list(organization, query(1, Optional.empty()), READER)
                .page()
                .next();
        Instant later = ports.clock().advance(Duration.ofHours(2));

        assertThat(listPatients.list(organization, query(1, next), READER).evaluatedAt())
                .isEqualTo(later);
    }

    @Test
    void evaluatesAllPagesForTheInstantOfTheFirst() {
        Optional<Position> next = listPatients
                .list(organization, query(1, Optional.empty()), READER)
                .page()
                .next();
        Instant later = ports.clock().advance(Duration.ofHours(1));

        Listing second = listPatients.list(organization, query(1, next), READER);

        assertThat(second.evaluatedAt()).isEqualTo(NOW);
        assertThat(second.page().patients())
                .extracting(PatientSummary::status)
                .containsExactly(ActivityStatus.UPCOMING_ONLY);
        assertThat(ports.audit().entries(organization))
                .last()
                .extracting(ReadEvent::at)
                .isEqualTo(later);
    }

    @Test
    void admitsThatItDoesNotKnowHowCompleteTheListIs() {
        Listing listing = listPatients.list(organization, query(10, Optional.empty()), READER);

        assertThat(listing.dataAsOf()).isEmpty();
        assertThat(listing.syncedAt()).isEmpty();
    }

    @Test
    void saysUpToWhenTheListIsCompleteForItsWindow() {
        Instant from = NOW.minus(Duration.ofDays(30));
        known(Map.of(
                SyncStream.PATIENTS,
                new Watermark(NOW.minusSeconds(10), null),
                SyncStream.APPOINTMENTS,
                new Watermark(NOW.minusSeconds(20), from)));

        Listing month = listPatients.list(organization, query(10, Optional.empty()), READER);
        Listing longer = listPatients.list(organization, query(ActivityWindow.recent(31)), READER);

        assertThat(month.dataAsOf()).contains(NOW.minusSeconds(20));
        assertThat(month.syncedAt()).contains(NOW.minusSeconds(10));
        assertThat(longer.dataAsOf()).isEmpty();
    }

    private void known(Map<SyncStream, Watermark> watermarks) {
        ports.transactions().within(organization, () -> ports.watermarks().save(organization, watermarks));
    }

    private static PatientQuery query(ActivityWindow window) {
        PatientSort byName = new PatientSort(PatientSort.Key.NAME, false);
        return new PatientQuery(window, ANYBODY, byName, 1, 10, Optional.empty());
    }

    private static PatientQuery query(int limit, Optional<Position> after) {
        PatientSort byName = new PatientSort(PatientSort.Key.NAME, false);
        return new PatientQuery(ActivityWindow.DEFAULT, ANYBODY, byName, 1, limit, after);
    }

    private static List<PatientId> ids(Listing listing) {
        return listing.page().patients().stream()
                .map(summary -> summary.patient().id())
                .toList();
    }
}
