package io.routiq.application.patient;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How active the active patients are, archived and merged ones left out, for one window and instant. Only qualifying
 * visits count.
 *
 * @param active patients with recent or upcoming visits
 * @param withRecent patients with recent visits
 * @param withUpcoming patients with upcoming visits
 * @param recentVisits of all active patients together
 * @param upcomingVisits of all active patients together
 * @param totalVisits of all active patients together, in the window or not
 */
public record ActivityFigures(
        long active, long withRecent, long withUpcoming, long recentVisits, long upcomingVisits, long totalVisits) {

    /** Recent visits of an active patient on average, rounded half up to two decimals; 0 without active patients. */
    public double averageRecent() {
        return perPatient(recentVisits);
    }

    /** The same of upcoming visits. */
    public double averageUpcoming() {
        return perPatient(upcomingVisits);
    }

    /** The same of all visits. */
    public double averageTotal() {
        return perPatient(totalVisits);
    }

    private double perPatient(long visits) {
        return active == 0
                ? 0
                : BigDecimal.valueOf(visits)
                        .divide(BigDecimal.valueOf(active), 2, RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
