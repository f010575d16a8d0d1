package io.routiq.application.patient;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who comes for what, for one window and instant. Only qualifying visits count.
 *
 * @param types those with a visit in the window, by number of patients, the most first, then by name; types whose names
 *     differ by nothing but case are one
 * @param activePatients with a visit in the window, of whatever type
 */
public record TypeStatistics(List<Type> types, long activePatients) {

    public TypeStatistics {
        types = List.copyOf(types);
    }

    /**
     * One type.
     *
     * @param name of several spellings the first by code points
     * @param patients with a recent or upcoming visit of this type
     * @param withRecent with a recent one
     * @param withUpcoming with an upcoming one
     * @param visits recent and upcoming ones of all these patients
     * @param earliestUpcoming start of the first one to come in the window, or null
     * @param latestUpcoming start of the last one to come in the window, or null
     */
    public record Type(
            String name,
            long patients,
            long withRecent,
            long withUpcoming,
            long visits,
            @Nullable Instant earliestUpcoming,
            @Nullable Instant latestUpcoming) {}
}
