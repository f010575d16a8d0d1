package io.routiq.bootstrap.histories;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When each patient's latest qualifying visit starts, by the rules and not by the product's code. */
final class LatestVisits {

    private LatestVisits() {}

    static Map<String, @Nullable String> of(Map<Kind, Map<String, Map<String, @Nullable String>>> records) {
        Map<String, @Nullable String> latest = new TreeMap<>();
        Map<String, Map<String, @Nullable String>> classes = of(records, Kind.CLASSES);
        Survivors survivors = new Survivors(of(records, Kind.PATIENTS));
        of(records, Kind.PATIENTS).keySet().forEach(patient -> latest.put(patient, null));
        of(records, Kind.APPOINTMENTS).values().stream()
                .filter(LatestVisits::qualifies)
                .forEach(visit -> visited(latest, survivors, visit.get("patient_id"), visit.get("starts_at")));
        of(records, Kind.ATTENDEES).values().stream()
                .filter(LatestVisits::qualifies)
                .forEach(place -> Stream.ofNullable(classes.get(String.valueOf(place.get("group_appointment_id"))))
                        .filter(LatestVisits::qualifies)
                        .forEach(group -> visited(latest, survivors, place.get("patient_id"), group.get("starts_at"))));
        return latest;
    }

    private static void visited(
            Map<String, @Nullable String> latest,
            Survivors survivors,
            @Nullable String patient,
            @Nullable String startsAt) {
        String who = patient == null ? "" : survivors.of(patient);
        if (startsAt != null && latest.containsKey(who)) {
            String known = latest.get(who);
            latest.put(who, known == null || known.compareTo(startsAt) < 0 ? startsAt : known);
        }
    }

    private static boolean qualifies(Map<String, @Nullable String> visit) {
        return !"true".equals(visit.get("did_not_arrive"))
                && Stream.of("cancelled_at", "archived_at", "deleted_at").allMatch(each -> visit.get(each) == null);
    }

    private static Map<String, Map<String, @Nullable String>> of(
            Map<Kind, Map<String, Map<String, @Nullable String>>> records, Kind kind) {
        return records.getOrDefault(kind, Map.of());
    }
}
