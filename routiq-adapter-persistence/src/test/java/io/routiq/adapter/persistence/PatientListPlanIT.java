package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.patient.PatientFilter;
import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientQuery.Position;
import io.routiq.application.patient.PatientSort;
import io.routiq.application.patient.Patients;
import io.routiq.application.patient.SampleFilter;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How PostgreSQL answers the list of all patients in the orders that indexes serve, far behind its first page. */
class PatientListPlanIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final OrganizationId OURS = new OrganizationId("org_large");

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @BeforeAll
    static void storePractices() {
        LargePractice.store(DATABASE, OURS, 20_000, 1, NOW);
        LargePractice.store(DATABASE, new OrganizationId("org_neighbour"), 10_000, 1, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, false, patient_by_name, sort_name >=",
        "NAME, true, patient_by_name_from_the_end, END <=",
        "CREATED, false, patient_by_creation, created_at >=",
        "CREATED, true, patient_by_creation, created_at <=",
    })
    void beginsADeepPageWhereTheLastOneEnded(PatientSort.Key key, boolean descending, String index, String bound) {
        PatientSort sort = new PatientSort(key, descending);
        Optional<Position> far = list(sort, 300, Optional.empty()).next();

        assertThat(list(sort, 1, far).patients()).hasSize(50);

        List<String> plan = new QueryPlans(DATABASE, OURS).asExecuted();
        assertThat(plan)
                .anyMatch(line -> line.contains("using " + index + " on patient"))
                .anyMatch(line -> line.contains("Index Cond") && line.contains(bound));
        assertThat(new QueryPlans(DATABASE, OURS).generic())
                .anyMatch(line -> line.contains("Index Cond") && line.contains(bound));
    }

    private static PatientQuery.Page list(PatientSort sort, int page, Optional<Position> after) {
        PatientFilter present = SampleFilter.anybody().present().filter();
        PatientQuery query = new PatientQuery(ActivityWindow.DEFAULT, present, sort, page, 50, after);
        return DATABASE.transactions()
                .within(OURS, () -> DATABASE.get(Patients.class).list(OURS, query, NOW));
    }
}
