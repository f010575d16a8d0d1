package io.routiq.application.patient;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.routiq.application.InMemoryPorts;
import io.routiq.application.Organizations;
import io.routiq.application.audit.AuditTrail;
import io.routiq.application.audit.ReadEvent;
import io.routiq.application.patient.ExplainActivity.Explanation;
import io.routiq.application.practice.PracticeRecord;
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
import org.junit.jupiter.api.Test;

class ExplainActivityTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");
    private static final ReadEvent.Reader READER = new ReadEvent.Reader("user_9", "request-7");
    private static final PatientId ALEX = new PatientId("1001");

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryPorts ports = InMemoryPorts.at(NOW);

    private ExplainActivity explainActivity(AuditTrail audit) {
        return new ExplainActivity(ports.transactions(), ports.visits(), ports.watermarks(), audit, ports.clock());
    }

    private Optional<Explanation> explain(PatientId patient) {
        return explainActivity(ports.audit()).explain(organization, patient, ActivityWindow.DEFAULT, READER);
    }

    @Test
    void namesTheVisitsThatDecideAndThoseThatDoNot() {
        store(
                patient("1001").record(),
                appointment("5001", "1001", NOW.minus(Duration.ofDays(5)))
                        .noted("knee")
                        .record(),
                appointment("5002", "1001", NOW.minus(Duration.ofDays(50))).record(),
                appointment("5003", "1001", NOW.plus(Duration.ofDays(5)))
                        .cancelled()
                        .record());

        Explanation explanation = explain(ALEX).orElseThrow();

        assertThat(explanation.activity().status()).isEqualTo(ActivityStatus.RECENTLY_ACTIVE);
        assertThat(explanation.evidence())
                .singleElement()
                .extracting(Visit::notes)
                .isEqualTo("knee");
        assertThat(explanation.ignored())
                .extracting(left -> left.visit().appointment().id() + " " + left.reason())
                .containsExactly("5002 OUTSIDE_WINDOW", "5003 CANCELLED");
        assertThat(explanation.activity().changesAt()).contains(NOW.plus(Duration.ofDays(25)));
        assertThat(explanation.evaluatedAt()).isEqualTo(NOW);
    }

    @Test
    void knowsNoPatientWhomTheListsDoNotKnow() {
        store(patient("1001").mergedInto("1002").record());

        assertThat(explain(ALEX)).isEmpty();
        assertThat(explain(new PatientId("nobody"))).isEmpty();
        assertThat(ports.audit().entries(organization)).isEmpty();
    }

    @Test
    void leavesAnEntryOfWhomItShowed() {
        store(patient("1001").record());

        explain(ALEX);

        assertThat(ports.audit().entries(organization))
                .containsExactly(new ReadEvent(READER, "explain_activity", List.of(ALEX), NOW));
    }

    @Test
    void showsNothingWhenTheEntryCannotBeWritten() {
        store(patient("1001").record());
        ExplainActivity blind = explainActivity((whose, event) -> {
            throw new IllegalArgumentException("no entry can be stored");
        });

        assertThatIllegalArgumentException()
                .isThrownBy(() -> blind.explain(organization, ALEX, ActivityWindow.DEFAULT, READER));
    }

    @Test
    void saysUpToWhenTheVisitsInTheWindowAreKnown() {
        store(patient("1001").record());
        assertThat(explain(ALEX).orElseThrow().dataAsOf()).isEmpty();

        Watermark month = new Watermark(NOW.minusSeconds(20), NOW.minus(Duration.ofDays(30)));
        ports.transactions()
                .within(
                        organization,
                        () -> ports.watermarks()
                                .save(
                                        organization,
                                        Map.of(SyncStream.PATIENTS, month, SyncStream.APPOINTMENTS, month)));

        assertThat(explain(ALEX).orElseThrow().dataAsOf()).contains(NOW.minusSeconds(20));
    }

    private void store(PracticeRecord... records) {
        ports.transactions().within(organization, () -> ports.copy().store(organization, List.of(records)));
    }
}
