package io.routiq.adapter.cliniko;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/** The source's clock and, on a 429, its word on how long to wait. */
final class RateReset {

    /** Cliniko counts by the minute, so anything far beyond that is a mistake. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration OTHERWISE = Duration.ofMinutes(1);

    private RateReset() {}

    /** The answer's {@code Date}, whole seconds. */
    static Optional<Instant> date(HttpHeaders headers) {
        return headers.firstValue("Date").flatMap(text -> {
            try {
                return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        });
    }

    /**
     * How long to wait. {@code X-RateLimit-Reset} counts by the source's clock, and so its distance from {@code Date}
     * holds however wrong our clock is; {@code Retry-After} is not documented and second choice.
     */
    static Duration pause(HttpHeaders headers, Instant ourNow) {
        Instant theirNow = date(headers).orElse(ourNow);
        Optional<Duration> reset = seconds(headers, "X-RateLimit-Reset")
                .map(epochSecond -> Duration.ofSeconds(epochSecond - theirNow.getEpochSecond()));
        Optional<Duration> retryAfter = seconds(headers, "Retry-After").map(Duration::ofSeconds);
        return Stream.of(reset, retryAfter)
                .flatMap(Optional::stream)
                .filter(pause -> pause.isPositive() && pause.compareTo(LONGEST) <= 0)
                .findFirst()
                .orElse(OTHERWISE);
    }

    private static Optional<Long> seconds(HttpHeaders headers, String name) {
        return headers.firstValue(name)
                .filter(text -> text.matches("\\d{1,12}"))
                .map(Long::valueOf);
    }
}
