package io.routiq.application.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActivityFiguresTest {

    @Test
    void averagesOverActivePatientsToTwoDecimals() {
        ActivityFigures figures = new ActivityFigures(8, 5, 4, 10, 1, 123);

        assertThat(figures.averageRecent()).isEqualTo(1.25);
        assertThat(figures.averageUpcoming()).isEqualTo(0.13);
        assertThat(figures.averageTotal()).isEqualTo(15.38);
    }

    @Test
    void averagesNobodyToZero() {
        ActivityFigures figures = new ActivityFigures(0, 0, 0, 0, 0, 0);

        assertThat(figures.averageRecent()).isZero();
        assertThat(figures.averageUpcoming()).isZero();
        assertThat(figures.averageTotal()).isZero();
    }
}
