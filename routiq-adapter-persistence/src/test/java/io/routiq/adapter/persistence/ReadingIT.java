package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Organizations;
import io.routiq.application.audit.AuditTrail;
import io.routiq.application.audit.ReadEvent;
import io.routiq.application.patient.ListPatients;
import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientSort;
import io.routiq.application.patient.PatientStats;
import io.routiq.application.patient.Patients;
import io.routiq.application.patient.SampleFilter;
import io.routiq.application.practice.Watermarks;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an answer is put together from is of one moment, though a sync commits in between. */
class ReadingIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final ReadEvent.Reader READER = new ReadEvent.Reader("user_1", "request-1");

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    private final OrganizationId ours = Organizations.fresh();
    private final JooqTransactions transactions = DATABASE.transactions();
    private final Watermarks watermarks = DATABASE.get(Watermarks.class);

    @Test
    void seesNothingOfWhatIsCommittedMeanwhile() {
        Map<SyncStream, Watermark> seen = transactions.reading(ours, () -> {
            assertThat(watermarks.all(ours)).isEmpty();
            commitMeanwhile();
            return watermarks.all(ours);
        });

        assertThat(seen).isEmpty();
        assertThat(transactions.reading(ours, () -> watermarks.all(ours))).hasSize(1);
    }

    /** Were it otherwise, a list could claim to be more complete than it is. */
    @Test
    void listsPatientsAndTheirFreshnessAsOfOneMoment() {
        ListPatients list = new ListPatients(
                transactions,
                new InterruptedPatients(DATABASE.get(Patients.class), this::commitMeanwhile),
                watermarks,
                DATABASE.get(AuditTrail.class),
                () -> NOW);

        assertThat(list.list(ours, anybody(), READER).syncedAt()).isEmpty();
        assertThat(list.list(ours, anybody(), READER).syncedAt()).contains(NOW);
    }

    /** By another connection; returns when it is done. */
    private void commitMeanwhile() {
        CompletableFuture.runAsync(() -> transactions.within(
                        ours, () -> watermarks.save(ours, Map.of(SyncStream.PATIENTS, new Watermark(NOW, null)))))
                .join();
    }

    private static PatientQuery anybody() {
        return new PatientQuery(
                ActivityWindow.DEFAULT,
                SampleFilter.anybody().filter(),
                new PatientSort(PatientSort.Key.NAME, false),
                1,
                50,
                Optional.empty());
    }

    /** Something happens between a list and the next question. */
    private record InterruptedPatients(Patients patients, Runnable interruption) implements Patients {

        @Override
        public PatientQuery.Page list(OrganizationId organization, PatientQuery query, Instant now) {
            PatientQuery.Page page = patients.list(organization, query, now);
            interruption.run();
            return page;
        }

        @Override
        public PatientStats stats(OrganizationId organization, ActivityWindow window, Instant now) {
            return patients.stats(organization, window, now);
        }
    }
}
