package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.audit.AuditTrail;
import io.routiq.application.audit.ReadEvent;
import io.routiq.application.patient.Agenda;
import io.routiq.application.patient.ListPatients;
import io.routiq.application.patient.ListPatientsWithVisits;
import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientSort;
import io.routiq.application.patient.PatientVisits;
import io.routiq.application.patient.Patients;
import io.routiq.application.patient.SampleFilter;
import io.routiq.application.patient.Visit;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.Samples;
import io.routiq.application.practice.Watermarks;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often PostgreSQL is asked for visits, and how much it brings, where there are many. */
class VisitStatementsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final OrganizationId OURS = new OrganizationId("org_busy");
    private static final ReadEvent.Reader READER = new ReadEvent.Reader("user_9", "request-7");

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @BeforeAll
    static void storePractice() {
        LargePractice.store(DATABASE, OURS, 5_000, 20, NOW);
    }

    @BeforeEach
    void listen() {
        DATABASE.statements().forget();
    }

    /** What the transaction sees, whose it is, the page, up to when it is known, the audit entry, and all visits at once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void asksAsOftenWhateverTheSizeOfThePage(int limit) {
        JooqTransactions transactions = DATABASE.transactions();
        ListPatients patients = new ListPatients(
                transactions,
                DATABASE.get(Patients.class),
                DATABASE.get(Watermarks.class),
                DATABASE.get(AuditTrail.class),
                () -> NOW);
        ListPatientsWithVisits withVisits =
                new ListPatientsWithVisits(transactions, patients, DATABASE.get(PatientVisits.class));
        PatientQuery query = new PatientQuery(
                ActivityWindow.DEFAULT,
                SampleFilter.anybody().active().present().filter(),
                new PatientSort(PatientSort.Key.LAST_ACTIVITY, true),
                1,
                limit,
                Optional.empty());

        assertThat(withVisits.list(OURS, query, READER).agendas()).hasSize(limit);

        assertThat(DATABASE.statements().all()).hasSize(6);
    }

    @Test
    void readsNoTableFromEndToEndForAPage() {
        around(IntStream.rangeClosed(4_951, 5_000).mapToObj(String::valueOf).toList(), ActivityWindow.DEFAULT);

        assertThat(plan())
                .noneMatch(line -> line.contains("Seq Scan on patient "))
                .noneMatch(line -> line.contains("Seq Scan on appointment "))
                .anyMatch(line -> line.contains("using appointment_by_patient on appointment"));
    }

    @Test
    void bringsNoMoreThanAnAgendaHolds() {
        List<PracticeRecord> records = new ArrayList<>();
        records.add(Samples.patient("9001").record());
        for (int days = -90; days < 90; days++) {
            String id = "8" + (100 + days);
            records.add(Samples.appointment(id, "9001", NOW.plus(Duration.ofDays(days)))
                    .noted("visit " + id)
                    .record());
        }
        DATABASE.transactions()
                .within(OURS, () -> DATABASE.get(PracticeCopy.class).store(OURS, records));

        assertThat(around(List.of("9001"), ActivityWindow.recent(365))).hasSize(2 * Agenda.MOST);
        assertThat(around(List.of("9001"), ActivityWindow.recent(1))).hasSize(2 + Agenda.MOST);
    }

    private static List<Visit> around(List<String> ids, ActivityWindow window) {
        List<PatientId> patients = ids.stream().map(PatientId::new).toList();
        return DATABASE.transactions()
                .within(OURS, () -> DATABASE.get(PatientVisits.class).around(OURS, patients, window, NOW));
    }

    /** Of the last statement. */
    private static List<String> plan() {
        List<String> lines = new ArrayList<>();
        String statement = DATABASE.statements().withValues().getLast();
        DATABASE.asService(
                OURS,
                sql -> lines.addAll(sql.resultQuery("explain (analyze, costs off, timing off) " + statement)
                        .fetch(0, String.class)));
        return lines;
    }
}
