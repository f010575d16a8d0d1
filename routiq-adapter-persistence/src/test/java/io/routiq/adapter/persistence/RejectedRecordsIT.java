package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.REJECTED_RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Organizations;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.RejectedRecord;
import io.routiq.application.practice.Samples;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.List;
import org.jooq.Records;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RejectedRecordsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    private final OrganizationId ours = Organizations.fresh();

    private record Row(String stream, String id, String reason, Instant first, Instant last, int attempts) {}

    @Test
    void keepsWhatIsWrongWithARecord() {
        setAside(NOW, new RejectedRecord("1001", "created_at"), new RejectedRecord("?", "id"));

        assertThat(rows())
                .containsExactly(
                        new Row("patients", "1001", "created_at", NOW, NOW, 1),
                        new Row("patients", "?", "id", NOW, NOW, 1));
    }

    @Test
    void countsHowOftenARecordCameSo() {
        setAside(NOW, new RejectedRecord("1001", "created_at"));

        setAside(LATER, new RejectedRecord("1001", "created_at"), new RejectedRecord("1001", "updated_at"));

        assertThat(rows()).containsExactly(new Row("patients", "1001", "updated_at", NOW, LATER, 2));
    }

    @Test
    void forgetsARecordThatHasBeenStoredSince() {
        setAside(NOW, new RejectedRecord("1001", "created_at"), new RejectedRecord("1002", "created_at"));

        DATABASE.transactions()
                .within(
                        ours,
                        () -> DATABASE.get(PracticeCopy.class)
                                .store(
                                        ours,
                                        List.of(
                                                Samples.patient("1001").record(),
                                                Samples.appointment("1002", "1", NOW)
                                                        .record())));

        assertThat(rows()).extracting(Row::id).containsExactly("1002");
    }

    private void setAside(Instant at, RejectedRecord... records) {
        DATABASE.transactions()
                .within(
                        ours,
                        () -> DATABASE.get(PracticeCopy.class)
                                .setAside(ours, SyncStream.PATIENTS, List.of(records), at));
    }

    private List<Row> rows() {
        return DATABASE.transactions()
                .within(
                        ours,
                        () -> DATABASE.sql(ours)
                                .select(
                                        REJECTED_RECORD.STREAM,
                                        REJECTED_RECORD.RECORD_ID,
                                        REJECTED_RECORD.REASON,
                                        REJECTED_RECORD.FIRST_SEEN_AT,
                                        REJECTED_RECORD.LAST_SEEN_AT,
                                        REJECTED_RECORD.ATTEMPTS)
                                .from(REJECTED_RECORD)
                                .where(REJECTED_RECORD.ORGANIZATION_ID.eq(ours.value()))
                                .orderBy(REJECTED_RECORD.REASON, REJECTED_RECORD.RECORD_ID)
                                .fetch(Records.mapping(Row::new)));
    }
}
