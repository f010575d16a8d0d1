package io.routiq.application.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.routiq.application.MutableClock;
import io.routiq.application.Organizations;
import io.routiq.application.administration.CleanUpDatabase.Outcome;
import io.routiq.application.administration.OldRecords.Counts;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;

class CleanUpDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");
    private static final Instant SIX_YEARS_AGO = Instant.parse("2020-03-01T10:20:30.123456Z");

    private final InMemoryOldRecords records = new InMemoryOldRecords();
    private final CleanUpDatabase cleanUpDatabase =
            new CleanUpDatabase(records, Period.ofYears(6), new MutableClock(NOW));

    @Test
    void neverDeletesAuditEntriesThatTheLawKeeps() {
        records.addAuditEntry(SIX_YEARS_AGO.minusSeconds(1));
        records.addAuditEntry(SIX_YEARS_AGO);
        records.addAuditEntry(NOW.minus(Duration.ofDays(91)));
        records.addAuditEntry(NOW.minus(Duration.ofDays(89)));

        Outcome outcome = cleanUpDatabase.cleanUp(90, false);

        assertThat(outcome.counts()).isEqualTo(new Counts(0, 0, 1, 0));
        assertThat(outcome.retainedAuditEntries()).isEqualTo(2);
        assertThat(outcome.limits().auditEntriesBefore()).isEqualTo(SIX_YEARS_AGO);
        assertThat(records.countAuditEntries(Instant.EPOCH, NOW)).isEqualTo(3);
    }

    @Test
    void keepsAuditEntriesLongerWhereThatIsWished() {
        records.addAuditEntry(SIX_YEARS_AGO.minusSeconds(1));

        assertThat(cleanUpDatabase.cleanUp(3650, false).counts()).isEqualTo(Counts.NONE);
        assertThat(new CleanUpDatabase(records, Period.ofYears(7), new MutableClock(NOW))
                        .cleanUp(30, false)
                        .counts())
                .isEqualTo(Counts.NONE);
    }

    @Test
    void refusesToKeepAuditEntriesForLess() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CleanUpDatabase(records, Period.ofMonths(71), new MutableClock(NOW)));
    }

    @Test
    void countsOnlyWhenTheRunIsDry() {
        records.addRun(Organizations.fresh(), false, NOW.minus(Duration.ofDays(91)), 2);
        records.addKey(NOW.minus(Duration.ofHours(25)));
        Counts expected = new Counts(1, 2, 0, 1);

        assertThat(cleanUpDatabase.cleanUp(90, true).counts()).isEqualTo(expected);
        assertThat(cleanUpDatabase.cleanUp(90, false).counts()).isEqualTo(expected);
        assertThat(cleanUpDatabase.cleanUp(90, false).counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void removesKeysThatAreOfNoUseWhateverTheDays() {
        records.addKey(NOW.minus(Duration.ofHours(24)));
        records.addKey(NOW.minus(Duration.ofHours(24)).minusMillis(1));

        assertThat(cleanUpDatabase.cleanUp(3650, false).counts()).isEqualTo(new Counts(0, 0, 0, 1));
    }
}
