package io.routiq.adapter.rest;

import io.routiq.application.Transactions;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeRecord.LocationRecord;
import io.routiq.application.practice.PracticeRecord.PractitionerRecord;
import io.routiq.application.practice.Samples;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** 1001 was there and comes to a class tomorrow, 1002 comes in three days, 1003 was there, 1004 long ago, 1005 cancelled. */
final class SamplePractice {

    private SamplePractice() {}

    static void store(OrganizationId organization, Transactions transactions, PracticeCopy copy) {
        transactions.within(
                organization,
                () -> copy.store(
                        organization,
                        List.of(
                                Samples.type("31", "Standard Consultation"),
                                new PractitionerRecord("41", "Dr Pat Sample", Samples.CREATED),
                                new LocationRecord("51", "Harbour Street", null, Samples.CREATED),
                                Samples.patient("1001").record(),
                                Samples.patient("1002").record(),
                                Samples.patient("1003").record(),
                                Samples.patient("1004").record(),
                                Samples.patient("1005").record(),
                                Samples.appointment("2001", "1001", days(-2))
                                        .ofType("31")
                                        .by("41")
                                        .in("51")
                                        .noted("left knee")
                                        .record(),
                                Samples.groupClass("6001", days(1)).ofType("31").record(),
                                Samples.place("7001", "6001", "1001").record(),
                                Samples.appointment("2002", "1002", days(3).plusSeconds(1))
                                        .record(),
                                Samples.appointment("2003", "1003", days(-30)).record(),
                                Samples.appointment("2004", "1004", days(-31))
                                        .noted("done")
                                        .record(),
                                Samples.appointment("2005", "1005", days(2))
                                        .cancelled()
                                        .record())));
    }

    private static Instant days(int number) {
        return TestApplication.NOW.plus(Duration.ofDays(number));
    }
}
