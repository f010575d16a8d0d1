package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RateResetTest {

    private static final Instant OUR_NOW = Instant.parse("2026-06-15T02:30:00.250Z");
    private static final String THEIR_NOW = "Mon, 15 Jun 2026 02:00:00 GMT";
    private static final long THEIR_SECOND =
            Instant.parse("2026-06-15T02:00:00Z").getEpochSecond();

    @Test
    void countsByTheSourcesClock() {
        assertThat(pause(Map.of("Date", THEIR_NOW, "X-RateLimit-Reset", "" + (THEIR_SECOND + 37))))
                .isEqualTo(Duration.ofSeconds(37));
    }

    @Test
    void countsByOurClockWhereThereIsNoDate() {
        assertThat(pause(Map.of("X-RateLimit-Reset", "" + (OUR_NOW.getEpochSecond() + 9))))
                .isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void waitsAMinuteWhereTheResetIsAbsentPastOrAbsurd() {
        assertThat(pause(Map.of())).isEqualTo(Duration.ofMinutes(1));
        assertThat(pause(Map.of("X-RateLimit-Reset", "soon"))).isEqualTo(Duration.ofMinutes(1));
        for (long offset : List.of(-1L, 0L, 121L, 86_400L)) {
            assertThat(pause(Map.of("Date", THEIR_NOW, "X-RateLimit-Reset", "" + (THEIR_SECOND + offset))))
                    .isEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void takesRetryAfterAsSecondChoice() {
        assertThat(pause(Map.of("Retry-After", "12"))).isEqualTo(Duration.ofSeconds(12));
        assertThat(pause(Map.of("Date", THEIR_NOW, "X-RateLimit-Reset", "" + (THEIR_SECOND + 5), "Retry-After", "12")))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void readsNoDateThatIsNone() {
        assertThat(RateReset.date(headers(Map.of("Date", "yesterday")))).isEmpty();
    }

    private static Duration pause(Map<String, String> headers) {
        return RateReset.pause(headers(headers), OUR_NOW);
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        return HttpHeaders.of(
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
    }
}
