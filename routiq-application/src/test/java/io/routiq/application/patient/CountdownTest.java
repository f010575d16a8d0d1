package io.routiq.application.patient;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.patient.Countdown.Priority;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");

    @ParameterizedTest
    @CsvSource({
        "PT0.000001S, HIGH, 0.0, 0.0",
        "PT2M59S, HIGH, 0.0, 0.0",
        "PT3M, HIGH, 0.1, 0.0",
        "PT1H30M, HIGH, 1.5, 0.1",
        "PT24H, HIGH, 24.0, 1.0",
        "PT24H0.000001S, MEDIUM, 24.0, 1.0",
        "PT72H, MEDIUM, 72.0, 3.0",
        "PT72H0.000001S, LOW, 72.0, 3.0",
        "PT2400H, LOW, 2400.0, 100.0"
    })
    void saysHowSoonTheNextVisitIs(Duration wait, Priority priority, double hours, double days) {
        assertThat(Countdown.to(NOW.plus(wait), NOW)).isEqualTo(new Countdown(priority, hours, days));
    }

    @Test
    void isLowWithoutANextVisit() {
        assertThat(Countdown.to(null, NOW)).isEqualTo(new Countdown(Priority.LOW, null, null));
    }
}
