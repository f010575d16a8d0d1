package io.routiq.application.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Organizations;
import io.routiq.application.administration.OldRecords.Counts;
import io.routiq.application.administration.OldRecords.Limits;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link OldRecords} promise. Everything is old enough for the store; the store is empty before each test. */
public abstract class OldRecordsContract {

    private static final Instant RUNS = Instant.parse("2016-03-01T10:20:30.123456Z");
    private static final Instant ENTRIES = RUNS.minus(Duration.ofDays(10));
    private static final Instant KEYS = RUNS.plus(Duration.ofDays(10));
    private static final Limits LIMITS = new Limits(RUNS, ENTRIES, KEYS);

    private final OrganizationId one = Organizations.fresh();
    private final OrganizationId two = Organizations.fresh();

    protected abstract OldRecords records();

    /** Adds a run with so many streams; one that has not ended is active. */
    protected abstract void addRun(
            OrganizationId organization, boolean completed, @Nullable Instant finishedAt, int streams);

    protected abstract void addAuditEntry(OrganizationId organization, Instant at);

    protected abstract void addKey(OrganizationId organization, Instant at);

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(records().count(LIMITS)).isEqualTo(Counts.NONE);
        assertThat(records().deleteSome(LIMITS)).isEqualTo(Counts.NONE);
    }

    @Test
    void deletesWhatIsOlderThanTheLimitsOfAllOrganizations() {
        for (OrganizationId organization : new OrganizationId[] {one, two}) {
            addRun(organization, false, RUNS.minusSeconds(1), 3);
            addRun(organization, false, RUNS, 2);
            addAuditEntry(organization, ENTRIES.minusSeconds(1));
            addAuditEntry(organization, ENTRIES);
            addKey(organization, KEYS.minusSeconds(1));
            addKey(organization, KEYS);
        }
        Counts expected = new Counts(2, 6, 2, 2);

        assertThat(records().count(LIMITS)).isEqualTo(expected);
        assertThat(records().deleteSome(LIMITS)).isEqualTo(expected);
        assertThat(records().count(LIMITS)).isEqualTo(Counts.NONE);
        assertThat(records().count(new Limits(RUNS.plusSeconds(1), ENTRIES.plusSeconds(1), KEYS.plusSeconds(1))))
                .isEqualTo(new Counts(2, 4, 2, 2));
    }

    @Test
    void leavesTheNewestCompletedRunAndActiveOnes() {
        addRun(one, true, RUNS.minusSeconds(30), 1);
        addRun(one, true, RUNS.minusSeconds(20), 1);
        addRun(one, false, RUNS.minusSeconds(10), 1);
        addRun(one, false, null, 1);
        addRun(two, true, RUNS.minusSeconds(40), 1);

        assertThat(records().deleteSome(LIMITS)).isEqualTo(new Counts(2, 2, 0, 0));
        assertThat(records().deleteSome(LIMITS)).isEqualTo(Counts.NONE);
    }

    @Test
    void countsAuditEntriesFromTheFirstInstantUntilBeforeTheSecond() {
        addAuditEntry(one, ENTRIES.minusSeconds(1));
        addAuditEntry(one, ENTRIES);
        addAuditEntry(two, ENTRIES.plusSeconds(1));
        addAuditEntry(two, ENTRIES.plusSeconds(2));

        assertThat(records().countAuditEntries(ENTRIES, ENTRIES.plusSeconds(2))).isEqualTo(2);
        assertThat(records().countAuditEntries(ENTRIES, ENTRIES)).isZero();
        assertThat(records().countAuditEntries(ENTRIES, ENTRIES.minusSeconds(9)))
                .isZero();
    }
}
