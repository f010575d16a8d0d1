package io.routiq.application.connection;

import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When an organization's runs are due: changes at the interval that it configured, everything once a night. Each
 * organization has minutes of its own, so that many with the same wish do not come at once.
 *
 * @param interval between two runs
 * @param zone in which it is night for the practice
 */
public record Timetable(OrganizationId organization, Duration interval, ZoneId zone) {

    /** In the three hours from here on each organization has its minute. */
    private static final LocalTime NIGHT = LocalTime.of(2, 0);

    private static final Duration NIGHTS_LENGTH = Duration.ofHours(3);

    /** The interval, up to a tenth less, or the night's run where that comes first. */
    public Instant next(Instant now) {
        Instant regular = now.plus(interval).minus(share(interval.dividedBy(10)));
        Instant night = latestNight(now.plus(Duration.ofDays(1)));
        return night.isAfter(now) && night.isBefore(regular) ? night : regular;
    }

    /** When the latest night's run was due. */
    public Instant latestNight(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant tonight = night(today);
        return tonight.isAfter(now) ? night(today.minusDays(1)) : tonight;
    }

    private Instant night(LocalDate day) {
        return day.atTime(NIGHT).atZone(zone).toInstant().plus(share(NIGHTS_LENGTH));
    }

    private Duration share(Duration whole) {
        return Duration.ofSeconds(
                Math.floorMod(organization.value().hashCode(), Math.max(1, Math.toIntExact(whole.toSeconds()))));
    }
}
