package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientSort;
import io.routiq.application.patient.PatientSummary;
import io.routiq.application.patient.Patients;
import io.routiq.application.patient.SampleFilter;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How PostgreSQL searches where there are 50,000 patients of several organizations. */
class PatientSearchPlanIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final OrganizationId OURS = new OrganizationId("org_large");

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    private static final OrganizationId SMALL = new OrganizationId("org_small");

    @BeforeAll
    static void storePractices() {
        LargePractice.store(DATABASE, OURS, 30_000, 1, NOW);
        LargePractice.store(DATABASE, new OrganizationId("org_neighbour"), 10_000, 1, NOW);
        LargePractice.store(DATABASE, SMALL, 10_000, 1, NOW);
    }

    /** Whether PostgreSQL looks at the values or not. */
    @ParameterizedTest
    @CsvSource({
        "force_custom_plan, '{%29123%}'",
        "force_generic_plan, '{%29123%}'",
        "force_custom_plan, '{%29123%,%no%}'",
        "force_generic_plan, '{%29123%,%no%}'",
        "force_custom_plan, '{%10\\\\%0%}'",
    })
    void searchesByTheIndexAlone(String mode, String patterns) {
        assertThat(planOfTheFunction(mode, patterns))
                .anyMatch(line -> line.contains("Bitmap Index Scan on patient_by_search_text"))
                .anyMatch(line -> line.contains("Index Cond: ((organization_id = ") && line.contains("search_text ~~ "))
                .noneMatch(line -> line.contains("Seq Scan"))
                .noneMatch(line -> line.contains("security"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"29123", "no 29123", "ALEX 29123", "0412 345 678", "nobody"})
    void listsWhomItFoundWithoutReadingTheTable(String term) {
        list(OURS, term, PatientSort.Key.NAME);

        QueryPlans plans = new QueryPlans(DATABASE, OURS);
        assertThat(plans.asExecuted())
                .anyMatch(line -> line.contains("Index Scan using patient_key on patient"))
                .noneMatch(line -> line.contains("Seq Scan on patient "));
        assertThat(plans.generic()).noneMatch(line -> line.contains("Seq Scan on patient "));
    }

    @ParameterizedTest
    @EnumSource(PatientSort.Key.class)
    void findsByWordsOfAnyLengthInAnyOrder(PatientSort.Key key) {
        assertThat(list(OURS, "29123", key)).containsExactly("29123");
        assertThat(list(OURS, "9123 no", key)).hasSize(3).contains("9123", "19123", "29123");
        assertThat(list(OURS, "29123 q", key)).isEmpty();
        assertThat(list(OURS, "7", key)).hasSize(50);
    }

    /** A single letter fits half of everybody, and no index tells whom: our own rows are gone through, and no others. */
    @ParameterizedTest
    @ValueSource(strings = {"7", "no", "😀", "مريم"})
    void goesThroughOurPatientsWhereThereIsNoTrigram(String term) {
        list(SMALL, term, PatientSort.Key.NAME);

        assertThat(DATABASE.statements().all().getLast()).doesNotContain("find_patients");
        assertThat(new QueryPlans(DATABASE, SMALL).asExecuted())
                .noneMatch(line -> line.contains("Seq Scan on patient "));
    }

    private static List<String> list(OrganizationId organization, String term, PatientSort.Key key) {
        PatientQuery query = new PatientQuery(
                ActivityWindow.DEFAULT,
                SampleFilter.anybody().present().found(term).filter(),
                new PatientSort(key, false),
                1,
                50,
                Optional.empty());
        return DATABASE
                .transactions()
                .within(organization, () -> DATABASE.get(Patients.class).list(organization, query, NOW))
                .patients()
                .stream()
                .map(PatientSummary::patient)
                .map(patient -> patient.id().value())
                .toList();
    }

    private static List<String> planOfTheFunction(String mode, String patterns) {
        List<String> plan = new ArrayList<>();
        DATABASE.asSuperuser(sql -> {
            String query = sql.fetchSingle("select prosrc from pg_proc where proname = 'find_patients'")
                    .get(0, String.class)
                    .replace("patterns", "$1");
            sql.execute("select set_config('routiq.organization_id', '" + OURS + "', false)");
            sql.execute("set role " + DATABASE.settings().searchRole());
            sql.execute("set plan_cache_mode = " + mode);
            sql.connection(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("prepare search(text[]) as " + query);
                    try (var lines = statement.executeQuery("explain execute search('" + patterns + "')")) {
                        while (lines.next()) {
                            plan.add(lines.getString(1));
                        }
                    }
                }
            });
        });
        return plan;
    }
}
