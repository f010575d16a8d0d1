package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.AUDIT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.routiq.application.Organizations;
import io.routiq.application.audit.AuditTrail;
import io.routiq.application.audit.ReadEvent;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.PatientId;
import java.time.Instant;
import java.util.List;
import org.jooq.Record;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JooqAuditTrailIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    private final OrganizationId ours = Organizations.fresh();

    @Test
    void keepsWhoReadWhoseDataAndWhen() {
        record(List.of(new PatientId("1001"), new PatientId("1002")));
        record(List.of());

        List<Record> entries = entries();
        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst())
                .returns("user_1", entry -> entry.get(AUDIT_ENTRY.USER_ID))
                .returns("list_patients", entry -> entry.get(AUDIT_ENTRY.ACTION))
                .returns("request_1", entry -> entry.get(AUDIT_ENTRY.REQUEST_ID))
                .returns(NOW, entry -> entry.get(AUDIT_ENTRY.OCCURRED_AT));
        assertThat(entries.getFirst().get(AUDIT_ENTRY.PATIENT_IDS)).containsExactly("1001", "1002");
        assertThat(entries.getLast().get(AUDIT_ENTRY.PATIENT_IDS)).isEmpty();
    }

    @Test
    void keepsNothingOfATransactionThatIsUndone() {
        assertThatThrownBy(() -> DATABASE.transactions().within(ours, () -> {
                    record(List.of(new PatientId("1001")));
                    throw new IllegalArgumentException("made up");
                }))
                .hasMessage("made up");

        assertThat(entries()).isEmpty();
    }

    private void record(List<PatientId> patients) {
        ReadEvent event = new ReadEvent(new ReadEvent.Reader("user_1", "request_1"), "list_patients", patients, NOW);
        DATABASE.transactions()
                .within(ours, () -> DATABASE.get(AuditTrail.class).record(ours, event));
    }

    private List<Record> entries() {
        return DATABASE.transactions()
                .within(
                        ours,
                        () -> List.copyOf(DATABASE.sql(ours)
                                .select(AUDIT_ENTRY.fields())
                                .from(AUDIT_ENTRY)
                                .where(AUDIT_ENTRY.ORGANIZATION_ID.eq(ours.value()))
                                .orderBy(AUDIT_ENTRY.AUDIT_ENTRY_ID)
                                .fetch()));
    }
}
