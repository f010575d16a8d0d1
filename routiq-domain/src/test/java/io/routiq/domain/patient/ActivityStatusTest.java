package io.routiq.domain.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityStatusTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, INACTIVE, inactive, false",
        "0, 1, UPCOMING_ONLY, upcoming_only, true",
        "0, 7, UPCOMING_ONLY, upcoming_only, true",
        "1, 0, RECENTLY_ACTIVE, recently_active, true",
        "7, 0, RECENTLY_ACTIVE, recently_active, true",
        "1, 1, ACTIVE, active, true",
        "7, 9, ACTIVE, active, true",
    })
    void followsFromRecentAndUpcomingVisits(
            long recent, long upcoming, ActivityStatus status, String code, boolean active) {
        assertThat(ActivityStatus.of(recent, upcoming)).isEqualTo(status);
        assertThat(status.code()).isEqualTo(code);
        assertThat(status.isActive()).isEqualTo(active);
    }
}
