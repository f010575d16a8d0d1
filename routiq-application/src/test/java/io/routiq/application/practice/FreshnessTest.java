package io.routiq.application.practice;

import static io.routiq.domain.sync.SyncStream.APPOINTMENTS;
import static io.routiq.domain.sync.SyncStream.ATTENDEES;
import static io.routiq.domain.sync.SyncStream.PATIENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant EARLY = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-01T11:00:00Z");
    private static final Watermark ALL = new Watermark(LATE, null);

    @Test
    void knowsNothingWithoutWatermarks() {
        assertThat(Freshness.asOf(Map.of(), FROM)).isEmpty();
    }

    @Test
    void needsPatientsAndAppointments() {
        assertThat(Freshness.asOf(Map.of(PATIENTS, ALL), FROM)).isEmpty();
        assertThat(Freshness.asOf(Map.of(APPOINTMENTS, ALL), FROM)).isEmpty();
        assertThat(Freshness.asOf(Map.of(PATIENTS, ALL, APPOINTMENTS, ALL), FROM))
                .contains(LATE);
    }

    @Test
    void isNoFresherThanTheOldestStream() {
        Map<SyncStream, Watermark> known =
                Map.of(PATIENTS, ALL, APPOINTMENTS, ALL, ATTENDEES, new Watermark(EARLY, null));

        assertThat(Freshness.asOf(known, FROM)).contains(EARLY);
    }

    @Test
    void needsWhatVisitsOfTheWindowNeed() {
        assertThat(asOfWithAppointments(new Watermark(EARLY, FROM.minusNanos(1))))
                .isTrue();
        assertThat(asOfWithAppointments(new Watermark(EARLY, FROM))).isTrue();
        assertThat(asOfWithAppointments(new Watermark(EARLY, FROM.plusNanos(1))))
                .isFalse();
        assertThat(asOfWithAppointments(Watermark.ofSome(EARLY))).isFalse();
    }

    @Test
    void isHeldBackByAnyStreamThatIsReadInPart() {
        assertThat(Freshness.asOf(Map.of(PATIENTS, ALL, APPOINTMENTS, ALL, ATTENDEES, Watermark.ofSome(LATE)), FROM))
                .isEmpty();
    }

    @Test
    void coversAllOnlyWithoutABeginning() {
        assertThat(ALL.coversAll()).isTrue();
        assertThat(new Watermark(LATE, Instant.EPOCH).coversAll()).isFalse();
        assertThat(Watermark.ofSome(LATE).covers(Instant.parse("9999-01-01T00:00:00Z")))
                .isFalse();
    }

    private static boolean asOfWithAppointments(Watermark appointments) {
        return Freshness.asOf(Map.of(PATIENTS, ALL, APPOINTMENTS, appointments), FROM)
                .filter(EARLY::equals)
                .isPresent();
    }
}
