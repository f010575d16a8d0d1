package io.routiq.application.dashboard;

import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.groupClass;
import static io.routiq.application.practice.Samples.patient;
import static io.routiq.application.practice.Samples.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.dashboard.Visits.Totals;
import io.routiq.application.practice.CopyFixture;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What {@link Visits} promise. */
public abstract class VisitsContract extends CopyFixture {

    protected abstract Visits visits();

    @Test
    void countsNothingOfANewOrganization() {
        assertThat(totals(ours)).isEqualTo(new Totals(0, 0, 0));
    }

    @Test
    void countsEachVisitWhereItBelongs() {
        store(
                patient("1001").record(),
                patient("1002").record(),
                appointment("5001", "1001", hours(-1)).record(),
                appointment("5002", "1001", hours(-24 * 30)).record(),
                appointment("5003", "1001", hours(-24 * 30 - 1)).record(),
                appointment("5004", "1002", hours(1)).record(),
                appointment("5005", "1002", NOW).record());

        assertThat(totals(ours)).isEqualTo(new Totals(3, 1, 5));
    }

    @Test
    void countsPlacesInClasses() {
        store(
                patient("1001").record(),
                patient("1002").record(),
                groupClass("7001", hours(2)).record(),
                place("8001", "7001", "1001").record(),
                place("8002", "7001", "1002").record(),
                place("8003", "7001", "1002").cancelled().record());

        assertThat(totals(ours)).isEqualTo(new Totals(0, 2, 2));
    }

    @Test
    void leavesOutWhatDoesNotQualify() {
        store(
                patient("1001").record(),
                appointment("5001", "1001", hours(-1)).cancelled().record(),
                appointment("5002", "1001", hours(-1)).didNotArrive().record(),
                appointment("5003", "1001", hours(1)).archived().record(),
                appointment("5004", "1001", hours(1)).deleted().record());

        assertThat(totals(ours)).isEqualTo(new Totals(0, 0, 0));
    }

    @Test
    void leavesOutVisitsOfPatientsWhoAreNotListed() {
        store(
                patient("1001").archived().record(),
                patient("1002").mergedInto("1999").record(),
                patient("1003").record(),
                appointment("5001", "1001", hours(1)).record(),
                appointment("5002", "1002", hours(1)).record(),
                appointment("5003", "1003", hours(1)).record(),
                appointment("5004", "1999", hours(1)).record());

        assertThat(totals(ours)).isEqualTo(new Totals(0, 1, 1));
    }

    @Test
    void looksNoFurtherAheadThanTheWindow() {
        store(
                patient("1001").record(),
                appointment("5001", "1001", hours(24)).record(),
                appointment("5002", "1001", hours(25)).record());
        ActivityWindow aDay = new ActivityWindow(30, OptionalInt.of(1));

        assertThat(within(ours, () -> visits().totals(ours, aDay, NOW))).isEqualTo(new Totals(0, 1, 2));
    }

    @Test
    void keepsOrganizationsApart() {
        store(
                theirs,
                List.of(
                        patient("1001").record(),
                        appointment("5001", "1001", hours(1)).record()));

        assertThat(totals(ours)).isEqualTo(new Totals(0, 0, 0));
        assertThat(totals(theirs)).isEqualTo(new Totals(0, 1, 1));
    }

    private Totals totals(OrganizationId organization) {
        return within(organization, () -> visits().totals(organization, ActivityWindow.DEFAULT, NOW));
    }
}
