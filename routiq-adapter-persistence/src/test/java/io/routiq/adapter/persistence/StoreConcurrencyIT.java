package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.VISIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import io.routiq.application.Organizations;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.Samples;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.Field;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;

class StoreConcurrencyIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final int PATIENTS = 6;
    private static final int PAGES = 40;

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    private final OrganizationId ours = Organizations.fresh();

    /** Pages that give the same appointments to one patient after the other, in any order and side by side. */
    @RepeatedTest(3)
    void keepsActivityInStepWhateverIsStoredSideBySide() throws InterruptedException, ExecutionException {
        Random random = new Random(PAGES);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> stored = new ArrayList<>();
            for (int version = 1; version <= PAGES; version++) {
                List<PracticeRecord> page = page(version, random);
                stored.add(workers.submit(() -> store(page)));
            }
            for (Future<?> each : stored) {
                each.get();
            }
        }

        assertThat(patientsOutOfStep()).isEmpty();
        assertThat(patientsWithVisits()).isPositive();
    }

    private static List<PracticeRecord> page(int version, Random random) {
        List<PracticeRecord> page = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            String patient = String.valueOf(1001 + random.nextInt(PATIENTS));
            Instant start = NOW.plusSeconds(random.nextInt(1_000_000));
            page.add(Samples.appointment(String.valueOf(5000 + number), patient, start)
                    .version(version)
                    .record());
            page.add(Samples.groupClass(String.valueOf(6000 + number), start)
                    .version(version)
                    .record());
            page.add(Samples.place(String.valueOf(7000 + number), String.valueOf(6000 + random.nextInt(8)), patient)
                    .version(version)
                    .record());
            page.add(Samples.patient(patient).version(version).record());
        }
        return page;
    }

    private void store(List<PracticeRecord> page) {
        DATABASE.transactions()
                .within(ours, () -> DATABASE.get(PracticeCopy.class).store(ours, page));
    }

    private List<String> patientsOutOfStep() {
        Field<Instant> truth = field(select(max(VISIT.STARTS_AT))
                .from(VISIT)
                .where(VISIT.ORGANIZATION_ID.eq(ours.value()))
                .and(VISIT.PATIENT_ID.eq(PATIENT.PATIENT_ID))
                .and(VISIT.QUALIFIES));
        return DATABASE.transactions()
                .within(
                        ours,
                        () -> DATABASE.sql(ours)
                                .select(PATIENT.PATIENT_ID)
                                .from(PATIENT)
                                .where(PATIENT.ORGANIZATION_ID.eq(ours.value()))
                                .and(PATIENT.LATEST_APPOINTMENT_AT.isDistinctFrom(truth))
                                .fetch(PATIENT.PATIENT_ID));
    }

    private int patientsWithVisits() {
        return DATABASE.transactions()
                .within(
                        ours,
                        () -> DATABASE.sql(ours)
                                .fetchCount(
                                        PATIENT,
                                        PATIENT.ORGANIZATION_ID.eq(ours.value()),
                                        PATIENT.LATEST_APPOINTMENT_AT.isNotNull()));
    }
}
