package io.routiq.application.patient;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.groupClass;
import static io.routiq.application.practice.Samples.patient;
import static io.routiq.application.practice.Samples.place;
import static io.routiq.application.practice.Samples.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.CopyFixture;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityStatus;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link Patients} promise of filters, figures and the edges of windows. */
public abstract class PatientsContract extends CopyFixture {

    private static final Duration MICRO = Duration.ofNanos(1000);
    private static final PatientFilter PRESENT = present().filter();

    @Test
    void listsNobodyInANewOrganization() {
        assertThat(list(ours, PRESENT)).isEqualTo(new PatientQuery.Page(List.of(), 0, Optional.empty()));
        assertThat(stats(ours)).isEqualTo(new PatientStats(0, 0, 0, 0));
    }

    @Test
    void showsWhatThePolicySaysOfAPatient() {
        store(type("301", "Massage"), type("302", "Pilates"), type("303", "Check"));
        store(
                patient("1001").record(),
                appointment("5001", "1001", hours(-24 * 400)).ofType("301").record(),
                appointment("5002", "1001", hours(-24 * 3)).ofType("302").record(),
                appointment("5003", "1001", hours(-24 * 2))
                        .ofType("301")
                        .cancelled()
                        .record(),
                groupClass("6001", hours(24)).ofType("302").record(),
                place("7001", "6001", "1001").record(),
                appointment("5004", "1001", hours(24 * 500)).ofType("303").record());

        assertThat(summary("1001"))
                .isEqualTo(new PatientSummary(
                        patient("1001").patient(),
                        ActivityStatus.ACTIVE,
                        1,
                        2,
                        4,
                        hours(-24 * 400),
                        hours(-24 * 3),
                        hours(24),
                        "Pilates",
                        "Pilates"));
    }

    @Test
    void namesTheLatestTypeWhereSeveralAreAsFrequent() {
        store(type("301", "Massage"), type("302", "Pilates"));
        store(
                patient("1001").record(),
                appointment("5001", "1001", hours(-9)).ofType("301").record(),
                appointment("5002", "1001", hours(-8)).ofType("302").record());

        assertThat(summary("1001").primaryType()).isEqualTo("Pilates");
    }

    @Test
    void namesNoTypeThatIsNotKnown() {
        store(
                patient("1001").record(),
                appointment("5001", "1001", hours(1)).ofType("301").record());
        assertThat(summary("1001").nextType()).isNull();
        assertThat(summary("1001").primaryType()).isNull();

        store(type("301", "Massage"));
        assertThat(summary("1001").nextType()).isEqualTo("Massage");
    }

    /** Microseconds from an edge, and what a visit there is. */
    @ParameterizedTest
    @CsvSource({
        "-30, -1, INACTIVE", "-30, 0, RECENTLY_ACTIVE", "-30, 1, RECENTLY_ACTIVE", "0, -1, RECENTLY_ACTIVE",
        "0, 0, RECENTLY_ACTIVE", "0, 1, UPCOMING_ONLY", "7, 0, UPCOMING_ONLY", "7, 1, INACTIVE",
    })
    void knowsTheWindowsEdgesToTheMicrosecond(int days, int micros, ActivityStatus status) {
        Instant start = NOW.plus(Duration.ofDays(days)).plus(MICRO.multipliedBy(micros));
        store(patient("1001").record(), appointment("5001", "1001", start).record());
        ActivityWindow window = new ActivityWindow(30, OptionalInt.of(7));

        PatientFilter activeOnly = SampleFilter.anybody().active().filter();
        assertThat(list(ours, query(window, ANYBODY)).patients())
                .extracting(PatientSummary::status)
                .containsExactly(status);
        assertThat(list(ours, query(window, activeOnly)).totalCount()).isEqualTo(status.isActive() ? 1 : 0);
        PatientStats stats = within(ours, () -> ports().patients().stats(ours, window, NOW));
        assertThat(stats.active()).isEqualTo(status.isActive() ? 1 : 0);
    }

    @Test
    void showsTheNextVisitEvenBeyondTheWindow() {
        store(
                patient("1001").record(),
                appointment("5001", "1001", hours(24 * 9)).record());

        PatientQuery query = query(new ActivityWindow(30, OptionalInt.of(7)), ANYBODY);
        assertThat(list(ours, query).patients()).singleElement().satisfies(summary -> {
            assertThat(summary.status()).isEqualTo(ActivityStatus.INACTIVE);
            assertThat(summary.upcomingCount()).isZero();
            assertThat(summary.next()).isEqualTo(hours(24 * 9));
        });
    }

    /** 1001 is recent, 1002 upcoming, 1003 both, 1004 neither, 1005 archived and recent. */
    private void storeOneOfEach() {
        store(type("301", "Physio / Long"), type("302", "100%_\\ Yoga"));
        for (String id : List.of("1001", "1002", "1003", "1004")) {
            store(patient(id).record());
        }
        store(patient("1005").archived().record());
        store(
                appointment("5001", "1001", hours(-1)).ofType("301").record(),
                appointment("5002", "1001", hours(-2)).ofType("302").record(),
                appointment("5003", "1002", hours(1)).ofType("302").record(),
                appointment("5004", "1003", hours(-3)).ofType("302").record(),
                appointment("5005", "1003", hours(3)).record(),
                appointment("5006", "1004", hours(-24 * 90)).ofType("301").record(),
                appointment("5007", "1005", hours(-5)).ofType("301").record());
    }

    @Test
    void leavesArchivedPatientsOutUnlessAskedFor() {
        storeOneOfEach();

        assertThat(ids(present())).containsExactly("1001", "1002", "1003", "1004");
        assertThat(ids(SampleFilter.anybody())).containsExactly("1001", "1002", "1003", "1004", "1005");
    }

    @Test
    void filtersByActivity() {
        storeOneOfEach();

        assertThat(ids(present().active())).containsExactly("1001", "1002", "1003");
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, 1003", "RECENTLY_ACTIVE, 1001", "UPCOMING_ONLY, 1002", "INACTIVE, 1004"})
    void filtersByStatus(ActivityStatus status, String id) {
        storeOneOfEach();

        assertThat(ids(present().with(status))).containsExactly(id);
    }

    @Test
    void filtersBySeveralStatuses() {
        storeOneOfEach();

        assertThat(ids(present().with(ActivityStatus.ACTIVE, ActivityStatus.INACTIVE)))
                .containsExactly("1003", "1004");
    }

    @Test
    void filtersByUpcomingVisits() {
        storeOneOfEach();

        assertThat(ids(present().upcoming(true))).containsExactly("1002", "1003");
        assertThat(ids(present().upcoming(false))).containsExactly("1001", "1004");
    }

    @ParameterizedTest
    @CsvSource({"0, 1001 1002 1003 1004", "1, 1001 1003", "2, 1001", "3, ''"})
    void filtersByTheNumberOfRecentVisits(int atLeast, String expected) {
        storeOneOfEach();

        assertThat(String.join(" ", ids(present().recent(atLeast)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Physio / Long, 1001",
        "pHYSIO / lONG, 1001",
        "Physio, ''",
        "Physio / Lon_, ''",
        "Unknown, ''",
        "%, ''",
        "100%_\\ yoga, 1001 1002 1003"
    })
    void filtersByTheWholeNameOfATypeInTheWindow(String type, String expected) {
        storeOneOfEach();

        assertThat(String.join(" ", ids(present().visiting(type)))).isEqualTo(expected);
    }

    @Test
    void asksForAllConditionsTogether() {
        storeOneOfEach();
        SampleFilter filter = SampleFilter.anybody()
                .found("alex")
                .active()
                .with(ActivityStatus.ACTIVE, ActivityStatus.UPCOMING_ONLY)
                .visiting("100%_\\ Yoga")
                .upcoming(true)
                .recent(1);

        assertThat(ids(filter)).containsExactly("1003");
    }

    @Test
    void leavesArchivedAndMergedPatientsOutOfTheFigures() {
        storeOneOfEach();
        store(patient("1006").mergedInto("1001").record());

        assertThat(stats(ours)).isEqualTo(new PatientStats(4, 3, 2, 2));
    }

    @Test
    void keepsOrganizationsApart() {
        storeOneOfEach();

        assertThat(list(theirs, ANYBODY).totalCount()).isZero();
        assertThat(stats(theirs)).isEqualTo(new PatientStats(0, 0, 0, 0));
    }

    private static SampleFilter present() {
        return SampleFilter.anybody().present();
    }

    private static PatientQuery query(ActivityWindow window, PatientFilter filter) {
        return new PatientQuery(window, filter, new PatientSort(PatientSort.Key.NAME, false), 1, 200, Optional.empty());
    }

    private PatientQuery.Page list(OrganizationId organization, PatientFilter filter) {
        return list(organization, query(ActivityWindow.DEFAULT, filter));
    }

    private List<String> ids(SampleFilter filter) {
        return list(ours, filter.filter()).patients().stream()
                .map(summary -> summary.patient().id().value())
                .toList();
    }
}
