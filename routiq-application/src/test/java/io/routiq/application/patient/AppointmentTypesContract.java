package io.routiq.application.patient;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.groupClass;
import static io.routiq.application.practice.Samples.patient;
import static io.routiq.application.practice.Samples.place;
import static io.routiq.application.practice.Samples.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.CopyFixture;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.SampleHistory;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link AppointmentTypes} promise. */
public abstract class AppointmentTypesContract extends CopyFixture {

    private static final ActivityWindow WEEK_AHEAD = new ActivityWindow(30, OptionalInt.of(7));

    /** The implementation over the copy of {@link #ports}. */
    protected abstract AppointmentTypes types();

    @Test
    void knowsNoTypeInANewOrganization() {
        assertThat(statistics(ours, ActivityWindow.DEFAULT)).isEqualTo(new TypeStatistics(List.of(), 0));
    }

    @Test
    void countsPatientsAndVisitsOfEachType() {
        store(type("301", "Massage"), type("302", "Pilates"), type("303", "Never used"));
        store(
                patient("1001").record(),
                patient("1002").record(),
                patient("1003").record(),
                appointment("5001", "1001", hours(-3)).ofType("301").record(),
                appointment("5002", "1001", hours(-2)).ofType("301").record(),
                appointment("5003", "1001", hours(5)).ofType("301").record(),
                appointment("5004", "1002", hours(9)).ofType("301").record(),
                appointment("5005", "1003", hours(-1)).record(),
                groupClass("6001", hours(-4)).ofType("302").record(),
                place("7001", "6001", "1001").record());

        assertThat(statistics(ours, ActivityWindow.DEFAULT))
                .isEqualTo(new TypeStatistics(
                        List.of(
                                new TypeStatistics.Type("Massage", 2, 1, 2, 4, hours(5), hours(9)),
                                new TypeStatistics.Type("Pilates", 1, 1, 0, 1, null, null)),
                        3));
    }

    @Test
    void countsQualifyingVisitsOfListedPatientsOnly() {
        store(type("301", "Massage"));
        store(
                patient("1001").record(),
                patient("1002").archived().record(),
                patient("1003").mergedInto("1099").record(),
                appointment("5001", "1001", hours(1)).ofType("301").record(),
                appointment("5002", "1001", hours(2)).ofType("301").cancelled().record(),
                appointment("5003", "1001", hours(-3))
                        .ofType("301")
                        .didNotArrive()
                        .record(),
                appointment("5004", "1001", hours(4)).ofType("301").deleted().record(),
                appointment("5005", "1002", hours(5)).ofType("301").record(),
                appointment("5006", "1003", hours(6)).ofType("301").record(),
                appointment("5007", "1099", hours(7)).ofType("301").record());

        assertThat(statistics(ours, ActivityWindow.DEFAULT))
                .isEqualTo(new TypeStatistics(
                        List.of(new TypeStatistics.Type("Massage", 1, 0, 1, 1, hours(1), hours(1))), 1));
    }

    @Test
    void takesNamesThatDifferByCaseForOneType() {
        store(type("301", "massage"), type("302", "Massage"), type("303", " MASSAGE "));
        store(
                patient("1001").record(),
                patient("1002").record(),
                appointment("5001", "1001", hours(-1)).ofType("301").record(),
                appointment("5002", "1001", hours(-2)).ofType("302").record(),
                appointment("5003", "1002", hours(-3)).ofType("303").record());

        assertThat(statistics(ours, ActivityWindow.DEFAULT).types())
                .containsExactly(new TypeStatistics.Type(" MASSAGE ", 2, 2, 0, 3, null, null));
    }

    @Test
    void ordersByPatientsAndThenByName() {
        store(type("301", "b"), type("302", "A"), type("303", "Z"));
        store(
                patient("1001").record(),
                patient("1002").record(),
                appointment("5001", "1001", hours(1)).ofType("301").record(),
                appointment("5002", "1001", hours(2)).ofType("302").record(),
                appointment("5003", "1001", hours(3)).ofType("303").record(),
                appointment("5004", "1002", hours(4)).ofType("303").record());

        assertThat(statistics(ours, ActivityWindow.DEFAULT).types())
                .extracting(TypeStatistics.Type::name)
                .containsExactly("Z", "A", "b");
    }

    /** Microseconds from an edge, and how many recent and upcoming visits that is. */
    @ParameterizedTest
    @CsvSource({"-30, -1, 0, 0", "-30, 0, 1, 0", "0, 0, 1, 0", "0, 1, 0, 1", "7, 0, 0, 1", "7, 1, 0, 0"})
    void knowsTheWindowsEdgesToTheMicrosecond(int days, int micros, int recent, int upcoming) {
        Instant start = NOW.plus(Duration.ofDays(days)).plusNanos(micros * 1000L);
        store(
                type("301", "Massage"),
                patient("1001").record(),
                appointment("5001", "1001", start).ofType("301").record());

        TypeStatistics found = statistics(ours, WEEK_AHEAD);

        assertThat(found.activePatients()).isEqualTo(recent + upcoming);
        assertThat(found.types().stream()
                        .mapToLong(TypeStatistics.Type::withRecent)
                        .sum())
                .isEqualTo(recent);
        assertThat(found.types().stream()
                        .mapToLong(TypeStatistics.Type::withUpcoming)
                        .sum())
                .isEqualTo(upcoming);
    }

    @Test
    void keepsOrganizationsApart() {
        store(
                type("301", "Massage"),
                patient("1001").record(),
                appointment("5001", "1001", hours(1)).ofType("301").record());

        assertThat(statistics(theirs, ActivityWindow.DEFAULT)).isEqualTo(new TypeStatistics(List.of(), 0));
    }

    /** The list's own count is the measure: whoever follows the figure finds as many patients. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsThosePatientsWhomTheListShows(long seed) {
        List<PracticeRecord> records = SampleHistory.of(seed, NOW);
        SampleHistory.pages(records, new Random(seed)).forEach(page -> store(ours, page));
        for (ActivityWindow window : List.of(ActivityWindow.recent(1), WEEK_AHEAD, ActivityWindow.recent(365))) {
            TypeStatistics found = statistics(ours, window);

            assertThat(found.activePatients())
                    .isEqualTo(within(ours, () -> ports().patients().stats(ours, window, NOW))
                            .active());
            assertThat(found.types())
                    .allSatisfy(type -> assertThat(listed(type.name(), window)).isEqualTo(type.patients()));
        }
    }

    private long listed(String type, ActivityWindow window) {
        PatientFilter visiting = SampleFilter.anybody().present().visiting(type).filter();
        PatientSort byName = new PatientSort(PatientSort.Key.NAME, false);
        return list(ours, new PatientQuery(window, visiting, byName, 1, 1, Optional.empty()))
                .totalCount();
    }

    private TypeStatistics statistics(OrganizationId organization, ActivityWindow window) {
        return within(organization, () -> types().statistics(organization, window, NOW));
    }
}
