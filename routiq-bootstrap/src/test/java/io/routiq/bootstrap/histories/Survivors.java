package io.routiq.bootstrap.histories;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** For whom visits of merged patients count: for whoever is left at the end of the chain. A circle has no end. */
final class Survivors {

    private final Map<String, String> byPatient = new TreeMap<>();

    Survivors(Map<String, Map<String, @Nullable String>> patients) {
        patients.keySet().forEach(patient -> endOf(patient, patients).ifPresent(end -> byPatient.put(patient, end)));
    }

    /** The patients themselves if they were not merged, or in a circle. */
    String of(String patient) {
        return byPatient.getOrDefault(patient, patient);
    }

    /** All whose visits count for others than they did before. */
    Set<String> movedSince(Survivors before) {
        Set<String> moved = new TreeSet<>();
        Stream.concat(byPatient.keySet().stream(), before.byPatient.keySet().stream())
                .filter(patient -> !Objects.equals(byPatient.get(patient), before.byPatient.get(patient)))
                .forEach(patient -> moved.addAll(Set.copyOf(Stream.of(patient, of(patient), before.of(patient))
                        .distinct()
                        .toList())));
        return moved;
    }

    private static Optional<String> endOf(String patient, Map<String, Map<String, @Nullable String>> patients) {
        Set<String> met = new HashSet<>();
        String end = patient;
        for (String next = survivorOf(end, patients); next != null; next = survivorOf(end, patients)) {
            if (!met.add(end)) {
                return Optional.empty();
            }
            end = next;
        }
        return met.isEmpty() ? Optional.empty() : Optional.of(end);
    }

    private static @Nullable String survivorOf(String patient, Map<String, Map<String, @Nullable String>> patients) {
        return patients.getOrDefault(patient, Map.of()).get("merged_into_id");
    }
}
