package io.routiq.application.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Instant NOON = Instant.parse("2026-03-10T01:00:00Z");
    private static final List<OrganizationId> MANY = IntStream.range(0, 500)
            .mapToObj(n -> new OrganizationId("org_timetable_" + n))
            .toList();

    @Test
    void comesAgainAfterTheIntervalOrATenthSooner() {
        assertThat(MANY)
                .allSatisfy(organization -> assertThat(of(organization, 60).next(NOON))
                        .isBetween(NOON.plus(Duration.ofMinutes(54)), NOON.plus(Duration.ofMinutes(60))));
    }

    @Test
    void spreadsOrganizationsWithTheSameWish() {
        assertThat(MANY.stream()
                        .map(organization -> of(organization, 60).next(NOON))
                        .distinct())
                .hasSizeGreaterThan(200);
    }

    @Test
    void hasItsNightBetweenTwoAndFiveInThePracticesZone() {
        assertThat(MANY).allSatisfy(organization -> {
            Instant night = of(organization, 60).latestNight(NOON);
            assertThat(night).isBetween(NOON.minus(Duration.ofDays(1)), NOON);
            assertThat(LocalTime.ofInstant(night, SYDNEY)).isBetween(LocalTime.of(2, 0), LocalTime.of(5, 0));
        });
    }

    @Test
    void doesNotSleepThroughTheNight() {
        assertThat(MANY).allSatisfy(organization -> {
            Timetable daily = of(organization, 1440);
            Instant next = daily.next(NOON);
            assertThat(next).isEqualTo(daily.latestNight(next));
            assertThat(daily.next(next)).isAfter(next);
        });
    }

    @Test
    void hasANightOnDaysWhenTheClockChanges() {
        ZoneId london = ZoneId.of("Europe/London");
        Instant change = Instant.parse("2026-03-29T12:00:00Z");

        Timetable timetable = new Timetable(MANY.getFirst(), Duration.ofHours(1), london);

        assertThat(timetable.latestNight(change)).isBetween(change.minus(Duration.ofHours(12)), change);
    }

    private static Timetable of(OrganizationId organization, int minutes) {
        return new Timetable(organization, Duration.ofMinutes(minutes), SYDNEY);
    }
}
