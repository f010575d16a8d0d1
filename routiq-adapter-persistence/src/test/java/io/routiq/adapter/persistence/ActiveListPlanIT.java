package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientQuery.Position;
import io.routiq.application.patient.PatientSort;
import io.routiq.application.patient.Patients;
import io.routiq.application.patient.SampleFilter;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How PostgreSQL answers the active list where there are many patients: what it walks, and no further than it must. */
class ActiveListPlanIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final OrganizationId OURS = new OrganizationId("org_large");
    private static final int LIMIT = 50;
    private static final PatientSort LATEST_FIRST = new PatientSort(PatientSort.Key.LAST_ACTIVITY, true);

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    private static final QueryPlans PLANS = new QueryPlans(DATABASE, OURS);

    @BeforeAll
    static void storePractices() {
        LargePractice.store(DATABASE, OURS, 60_000, 4, NOW);
        LargePractice.store(DATABASE, new OrganizationId("org_neighbour"), 20_000, 4, NOW);
    }

    @BeforeEach
    void listen() {
        DATABASE.statements().forget();
    }

    /** After 4,000 of the 4,321 patients with a visit in the last 30 days. */
    private static final Position DEEP =
            new Position(NOW, 80, NOW.minus(Duration.ofMinutes(10 * 3_999)).toString(), "56001");

    static Stream<PatientQuery> walks() {
        ActivityWindow limited = new ActivityWindow(30, OptionalInt.of(7));
        return Stream.of(
                query(ActivityWindow.DEFAULT, Optional.empty()),
                query(ActivityWindow.DEFAULT, Optional.of(DEEP)),
                query(limited, Optional.empty()),
                query(limited, Optional.of(DEEP)));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void walksTheIndexForThePageAndNoFurther(PatientQuery query) {
        list(query);

        assertThat(PLANS.asExecuted())
                .filteredOn(line -> line.contains("Index Scan using patient_by_latest_appointment on patient "))
                .singleElement()
                .asString()
                .contains("rows=" + (LIMIT + 1) + ".00 loops=1");
    }

    @ParameterizedTest
    @MethodSource("walks")
    void readsNoTableFromEndToEnd(PatientQuery query) {
        list(query);

        assertThat(PLANS.asExecuted())
                .noneMatch(line -> line.contains("Seq Scan on patient "))
                .noneMatch(line -> line.contains("Seq Scan on appointment "))
                .anyMatch(line -> line.contains("Index Only Scan using patient_by_latest_appointment on patient"))
                .anyMatch(line -> line.contains("Index Only Scan using appointment_by_patient on appointment"));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void walksTheSameWayWhateverTheValues(PatientQuery query) {
        list(query);

        assertThat(PLANS.generic())
                .anyMatch(line -> line.contains("Index Scan using patient_by_latest_appointment on patient "))
                .noneMatch(line -> line.contains("Seq Scan on patient "));
    }

    @Test
    void beginsADeepPageWhereTheLastOneEnded() {
        list(query(ActivityWindow.DEFAULT, Optional.of(DEEP)));

        assertThat(PLANS.asExecuted())
                .anyMatch(line -> line.contains("Index Cond") && line.contains("latest_appointment_at <="));
    }

    @Test
    void asksOnceForAPageWithItsCount() {
        assertThat(list(query(ActivityWindow.DEFAULT, Optional.empty())).totalCount())
                .isEqualTo(4_321);

        assertThat(DATABASE.statements().all()).hasSize(2).first().asString().contains("set_config");
    }

    @Test
    void asksTwiceWhereAPageIsEmpty() {
        PatientQuery beyond = new PatientQuery(
                ActivityWindow.DEFAULT,
                SampleFilter.anybody().active().filter(),
                LATEST_FIRST,
                9_999,
                LIMIT,
                Optional.empty());

        assertThat(list(beyond).totalCount()).isEqualTo(4_321);

        assertThat(DATABASE.statements().all()).hasSize(3);
    }

    private static PatientQuery query(ActivityWindow window, Optional<Position> after) {
        return new PatientQuery(
                window, SampleFilter.anybody().active().present().filter(), LATEST_FIRST, 1, LIMIT, after);
    }

    private static PatientQuery.Page list(PatientQuery query) {
        return DATABASE.transactions()
                .within(OURS, () -> DATABASE.get(Patients.class).list(OURS, query, NOW));
    }
}
