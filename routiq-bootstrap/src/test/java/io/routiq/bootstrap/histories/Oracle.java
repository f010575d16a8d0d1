package io.routiq.bootstrap.histories;

import static java.util.Objects.requireNonNull;

import io.routiq.adapter.cliniko.simulator.SimulatedPractice;
import io.routiq.adapter.cliniko.simulator.SimulatedRecord;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.domain.sync.SyncStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the copy has to be: what the source is, save for what the source has told nobody. It listens to each answer as it
 * leaves the source, so it knows what was told last of each record.
 *
 * <p>Whoever asks for changes is not told of those that leave {@code updated_at} alone, unless a merge says whose visits
 * may have moved, nor of any among inactive practitioners, who have a list of their own. Nobody is told of a deletion.
 */
final class Oracle {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SimulatedPractice practice;
    private final Map<Kind, Map<String, Told>> told = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Told>> stored = new EnumMap<>(Kind.class);
    private final Set<String> missed = new HashSet<>();
    private Survivors before = new Survivors(Map.of());

    Oracle(SimulatedPractice practice) {
        this.practice = practice;
        for (Kind kind : Kind.values()) {
            told.put(kind, new ConcurrentHashMap<>());
            stored.put(kind, new ConcurrentHashMap<>());
        }
    }

    /** @param version how many of the record's changes had moved its {@code updated_at} */
    private record Told(Map<String, @Nullable String> facts, int version) {}

    private Map<String, Told> toldOf(Kind kind) {
        return requireNonNull(told.get(kind));
    }

    private Map<String, Told> storedOf(Kind kind) {
        return requireNonNull(stored.get(kind));
    }

    /** An answer that left the source, perhaps damaged. */
    void hear(String path, String body) {
        Kind.ofPath(path).ifPresent(kind -> {
            JsonNode answer = parsed(body);
            JsonNode list = answer.path(kind.resources.getFirst());
            if (list.isArray()) {
                list.forEach(record -> hear(kind, record));
            } else {
                hear(kind, answer);
            }
        });
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException damaged) {
            return MissingNode.getInstance();
        }
    }

    private void hear(Kind kind, JsonNode record) {
        String id = record.path("id").asString("");
        boolean isWhole =
                record.path("deleted_at").isNull() || record.path("deleted_at").isMissingNode();
        if (isWhole && id.matches("\\d{1,19}")) {
            int version = practice.version(kind.resources.getFirst(), Long.parseLong(id));
            toldOf(kind).put(id, new Told(kind.facts(record), version));
        }
    }

    /** The reader has stored these as they were told last. */
    void stored(Collection<PracticeRecord> records) {
        for (PracticeRecord record : records) {
            Kind kind = of(record.stream());
            Told latest = toldOf(kind).get(record.id());
            if (latest != null) {
                storedOf(kind).put(record.id(), latest);
            }
        }
    }

    /** A run begins. */
    void begin() {
        before = new Survivors(held(Kind.PATIENTS));
    }

    /**
     * What the copy has to hold after a run.
     *
     * @param readWhole streams that the run read from their beginning to their end; of all others, it asked for changes
     */
    Map<Kind, Map<String, Map<String, @Nullable String>>> expected(Set<SyncStream> readWhole) {
        Map<Kind, Map<String, Map<String, @Nullable String>>> expected = new EnumMap<>(Kind.class);
        Set<String> moved = Set.of();
        for (Kind kind : Kind.values()) {
            Map<String, Map<String, @Nullable String>> records = expected(kind, readWhole.contains(kind.stream), moved);
            expected.put(kind, records);
            if (kind == Kind.PATIENTS) {
                moved = new Survivors(records).movedSince(before);
            }
        }
        return expected;
    }

    private Map<String, Map<String, @Nullable String>> expected(Kind kind, boolean isWhole, Set<String> moved) {
        Map<String, Map<String, @Nullable String>> records = new TreeMap<>();
        for (String resource : kind.resources) {
            boolean asksHere = resource.equals(kind.resources.getFirst());
            for (SimulatedRecord record : practice.everything(resource)) {
                Map<String, @Nullable String> facts = kind.facts(record.json());
                Told known = storedOf(kind).get(record.id());
                boolean tells = known == null
                        || known.version() != record.version()
                        || moved.contains(String.valueOf(facts.get("patient_id")));
                if (!record.deleted() && (isWhole || (asksHere && tells))) {
                    records.put(record.id(), facts);
                } else if (known != null) {
                    records.put(record.id(), known.facts());
                }
            }
        }
        return kind == Kind.ATTENDEES ? ofClasses(records) : records;
    }

    /** What the copy was given of a kind and not told to delete. */
    private Map<String, Map<String, @Nullable String>> held(Kind kind) {
        Map<String, Map<String, @Nullable String>> held = new TreeMap<>();
        storedOf(kind).forEach((id, known) -> held.put(id, known.facts()));
        return kind == Kind.ATTENDEES ? ofClasses(held) : held;
    }

    /**
     * A run has read everything: what it did not meet is deleted if an earlier one did not either, or if somebody has
     * confirmed it. More than 50 records of a kind, or more than one in twenty, are deleted only when confirmed.
     */
    void reckon(boolean confirmed) {
        for (Kind kind : Kind.values()) {
            Set<String> held = held(kind).keySet();
            Set<String> unmet = new TreeSet<>(held);
            kind.resources.forEach(resource -> practice.records(resource)
                    .forEach(record -> unmet.remove(record.path("id").asString(""))));
            if (confirmed || (unmet.size() <= 50 && unmet.size() * 20 <= held.size())) {
                unmet.stream().filter(id -> !missed.add(kind + id) || confirmed).forEach(storedOf(kind)::remove);
            }
        }
    }

    /** The appointment says all that its one attendee does. */
    private Map<String, Map<String, @Nullable String>> ofClasses(Map<String, Map<String, @Nullable String>> attendees) {
        Set<String> classes = practice.everything("group_appointments").stream()
                .map(SimulatedRecord::id)
                .collect(Collectors.toSet());
        attendees.values().removeIf(attendee -> !classes.contains(attendee.get("group_appointment_id")));
        return attendees;
    }

    private static Kind of(SyncStream stream) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.stream == stream)
                .findFirst()
                .orElseThrow();
    }
}
