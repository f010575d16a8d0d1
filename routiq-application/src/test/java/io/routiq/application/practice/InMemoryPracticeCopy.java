package io.routiq.application.practice;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.InMemoryTransactions.Table;
import io.routiq.application.practice.PracticeRecord.AppointmentRecord;
import io.routiq.application.practice.PracticeRecord.AppointmentTypeRecord;
import io.routiq.application.practice.PracticeRecord.AttendeeRecord;
import io.routiq.application.practice.PracticeRecord.ClassRecord;
import io.routiq.application.practice.PracticeRecord.LocationRecord;
import io.routiq.application.practice.PracticeRecord.PatientRecord;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.Appointment;
import io.routiq.domain.patient.Appointment.Standing;
import io.routiq.domain.patient.AppointmentId;
import io.routiq.domain.patient.Patient;
import io.routiq.domain.patient.PatientId;
import io.routiq.domain.sync.Differences;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The copy in memory: records as they came. Everything else is worked out anew whenever it is asked for. */
public final class InMemoryPracticeCopy implements PracticeCopy {

    private final InMemoryWatermarks watermarks;
    private final Table<Key, PracticeRecord> records;
    private final InMemoryQuarantine quarantine;
    private final InMemoryCensus census;
    private final Table<PatientId, Boolean> moved;

    public InMemoryPracticeCopy(InMemoryTransactions transactions, InMemoryWatermarks watermarks) {
        this.watermarks = watermarks;
        records = transactions.table();
        moved = transactions.table();
        quarantine = new InMemoryQuarantine(transactions, this::isNamed);
        census = new InMemoryCensus(transactions, this);
    }

    private record Key(Class<?> kind, String id) {}

    /**
     * One patient's booking with the name of its type, if that is known, and the slot as the source gave it.
     *
     * @param patient whose visit it is; the copy need not hold them
     */
    public record Visit(
            PatientId patient,
            Appointment appointment,
            @Nullable String type,
            PracticeRecord.Slot slot) {}

    @Override
    public void store(OrganizationId organization, Collection<PracticeRecord> arriving) {
        Map<PatientId, PatientId> before = survivors(organization);
        for (PracticeRecord record : arriving) {
            records.of(organization)
                    .merge(
                            new Key(record.getClass(), record.id()),
                            record,
                            (old, fresh) -> fresh.updatedAt().isBefore(old.updatedAt()) ? old : fresh);
            quarantine.release(organization, new Quarantine.Key(record.stream(), record.id()));
            census.met(organization, record.stream(), List.of(record.id()));
        }
        differing(before, survivors(organization))
                .forEach(patient -> moved.of(organization).put(patient, true));
    }

    @Override
    public List<PatientId> moved(OrganizationId organization) {
        return moved.of(organization).keySet().stream()
                .sorted(Comparator.comparing(PatientId::value))
                .toList();
    }

    @Override
    public void settle(OrganizationId organization, Collection<PatientId> patients) {
        patients.forEach(patient -> moved.of(organization).remove(patient));
    }

    private static Set<PatientId> differing(Map<PatientId, PatientId> before, Map<PatientId, PatientId> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(patient -> !Objects.equals(before.get(patient), after.get(patient)))
                .flatMap(patient -> Stream.of(patient, before.get(patient), after.get(patient)))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who is left of each patient who was merged away; those in a circle are not in it. */
    private Map<PatientId, PatientId> survivors(OrganizationId organization) {
        Map<PatientId, PatientId> merges = new HashMap<>();
        patients(organization).forEach(patient -> {
            PatientId into = patient.mergedInto();
            if (into != null) {
                merges.put(patient.id(), into);
            }
        });
        Map<PatientId, PatientId> survivors = new HashMap<>();
        merges.keySet().forEach(merged -> {
            Set<PatientId> way = new HashSet<>();
            PatientId end = merged;
            while (merges.containsKey(end) && way.add(end)) {
                end = merges.get(end);
            }
            if (!merges.containsKey(end)) {
                survivors.put(merged, end);
            }
        });
        return survivors;
    }

    @Override
    public Differences compare(
            OrganizationId organization, SyncStream stream, Collection<PracticeRecord> theirs, @Nullable Instant asOf) {
        long missing = 0;
        long outdated = 0;
        for (PracticeRecord record : theirs) {
            boolean news = asOf != null && !record.updatedAt().isBefore(asOf);
            PracticeRecord ours = records.of(organization).get(new Key(record.getClass(), record.id()));
            if (!news && ours == null) {
                missing++;
            } else if (!news && !record.equals(ours)) {
                outdated++;
            }
        }
        return new Differences(missing, outdated, 0);
    }

    @Override
    public void notFound(OrganizationId organization, SyncStream stream, Collection<String> ids, Instant at) {
        for (String id : ids) {
            boolean held = ids(organization, stream).contains(id);
            if (stream == SyncStream.PATIENTS && isNamed(organization, id) && !held) {
                quarantine.setAside(
                        organization, stream, List.of(new RejectedRecord(id, RejectedRecord.NOT_THERE)), at);
            } else {
                quarantine.release(organization, new Quarantine.Key(stream, id));
            }
        }
    }

    private boolean isNamed(OrganizationId organization, String patient) {
        return visits(organization).stream()
                .anyMatch(visit -> visit.patient().value().equals(patient));
    }

    @Override
    public void remove(OrganizationId organization, SyncStream stream, Collection<String> ids) {
        records.of(organization).values().removeIf(record -> record.stream() == stream && ids.contains(record.id()));
        census.met(organization, stream, ids);
    }

    /** The ids of the records held of a stream. */
    List<String> ids(OrganizationId organization, SyncStream stream) {
        return records.of(organization).values().stream()
                .filter(record -> record.stream() == stream)
                .map(PracticeRecord::id)
                .toList();
    }

    /** What full runs have met and missed. */
    public InMemoryCensus census() {
        return census;
    }

    /** Where records are that this copy could not take. */
    public InMemoryQuarantine quarantine() {
        return quarantine;
    }

    @Override
    public List<PatientId> missingPatients(OrganizationId organization, int limit) {
        return visits(organization).stream()
                .map(visit -> visit.patient().value())
                .filter(id -> find(organization, PatientRecord.class, id).isEmpty())
                .filter(id -> !quarantine.holds(organization, new Quarantine.Key(SyncStream.PATIENTS, id)))
                .distinct()
                .sorted()
                .limit(limit)
                .map(PatientId::new)
                .toList();
    }

    @Override
    public Optional<ZoneId> timeZone(OrganizationId organization) {
        Map<String, Long> zones = all(organization, LocationRecord.class).stream()
                .flatMap(location -> Optional.ofNullable(location.timeZone()).stream())
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return zones.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(zone -> ZoneId.of(zone.getKey()));
    }

    @Override
    public void clear(OrganizationId organization) {
        records.of(organization).clear();
        quarantine.clear(organization);
        census.clear(organization);
        moved.of(organization).clear();
        watermarks.clear(organization);
    }

    /** The records held of one kind. */
    public <R extends PracticeRecord> List<R> all(OrganizationId organization, Class<R> kind) {
        return records.of(organization).values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The patients held, archived and merged ones too. */
    public List<Patient> patients(OrganizationId organization) {
        return all(organization, PatientRecord.class).stream()
                .map(PatientRecord::patient)
                .toList();
    }

    /** Every booking of every patient, whether it qualifies or not. */
    public List<Visit> visits(OrganizationId organization) {
        Map<PatientId, PatientId> survivors = survivors(organization);
        return Stream.concat(
                        all(organization, AppointmentRecord.class).stream().map(it -> visit(organization, it)),
                        all(organization, AttendeeRecord.class).stream().map(it -> visit(organization, it)))
                .flatMap(Optional::stream)
                .map(visit -> new Visit(
                        survivors.getOrDefault(visit.patient(), visit.patient()),
                        visit.appointment(),
                        visit.type(),
                        visit.slot()))
                .toList();
    }

    private <R extends PracticeRecord> Optional<R> find(OrganizationId organization, Class<R> kind, String id) {
        return Optional.ofNullable(records.of(organization).get(new Key(kind, id)))
                .map(kind::cast);
    }

    private Optional<Visit> visit(OrganizationId organization, AppointmentRecord record) {
        Standing standing = standing(
                record.deletedAt() != null,
                record.archivedAt() != null,
                record.cancelledAt() != null,
                record.didNotArrive());
        return visit(organization, record.patientId(), record.id(), record.slot(), standing);
    }

    /** Without its class an attendee is a place in an individual appointment, or has come too early. */
    private Optional<Visit> visit(OrganizationId organization, AttendeeRecord record) {
        return find(organization, ClassRecord.class, record.classId()).flatMap(held -> {
            Standing standing = standing(
                    record.deletedAt() != null || held.deletedAt() != null,
                    record.archivedAt() != null || held.archivedAt() != null,
                    record.cancelledAt() != null,
                    record.didNotArrive());
            return visit(organization, record.patientId(), record.id(), held.slot(), standing);
        });
    }

    private Optional<Visit> visit(
            OrganizationId organization,
            @Nullable String patient,
            String id,
            PracticeRecord.Slot slot,
            Standing standing) {
        String type = Optional.ofNullable(slot.appointmentTypeId())
                .flatMap(typeId -> find(organization, AppointmentTypeRecord.class, typeId))
                .map(AppointmentTypeRecord::name)
                .orElse(null);
        Appointment appointment = new Appointment(new AppointmentId(id), slot.startsAt(), standing);
        return Optional.ofNullable(patient).map(PatientId::new).map(whose -> new Visit(whose, appointment, type, slot));
    }

    private static Standing standing(boolean deleted, boolean archived, boolean cancelled, boolean didNotArrive) {
        if (deleted) {
            return Standing.DELETED;
        }
        if (archived) {
            return Standing.ARCHIVED;
        }
        if (cancelled) {
            return Standing.CANCELLED;
        }
        return didNotArrive ? Standing.DID_NOT_ARRIVE : Standing.BOOKED;
    }
}
