package io.routiq.application.administration;

import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Records of all organizations in memory, apart from those of other ports: tests put in what they need. */
public final class InMemoryOldRecords implements OldRecords {

    private final List<Run> runs = new CopyOnWriteArrayList<>();
    private final List<Instant> auditEntries = new CopyOnWriteArrayList<>();
    private final List<Instant> keys = new CopyOnWriteArrayList<>();

    private record Run(
            OrganizationId organization,
            boolean completed,
            @Nullable Instant finishedAt,
            int streams) {}

    /** A run; one that has not ended is active. */
    public void addRun(OrganizationId organization, boolean completed, @Nullable Instant finishedAt, int streams) {
        runs.add(new Run(organization, completed, finishedAt, streams));
    }

    public void addAuditEntry(Instant at) {
        auditEntries.add(at);
    }

    public void addKey(Instant at) {
        keys.add(at);
    }

    @Override
    public Counts count(Limits limits) {
        List<Run> old = runs.stream().filter(isOld(limits)).toList();
        return new Counts(
                old.size(),
                old.stream().mapToLong(Run::streams).sum(),
                countAuditEntries(Instant.EPOCH, limits.auditEntriesBefore()),
                keys.stream().filter(at -> at.isBefore(limits.keysBefore())).count());
    }

    @Override
    public long countAuditEntries(Instant from, Instant before) {
        return auditEntries.stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(before))
                .count();
    }

    @Override
    public Counts deleteSome(Limits limits) {
        Counts counts = count(limits);
        runs.removeIf(isOld(limits));
        auditEntries.removeIf(at -> at.isBefore(limits.auditEntriesBefore()));
        keys.removeIf(at -> at.isBefore(limits.keysBefore()));
        return counts;
    }

    private Predicate<Run> isOld(Limits limits) {
        List<Run> all = List.copyOf(runs);
        return run -> run.finishedAt() != null
                && run.finishedAt().isBefore(limits.runsBefore())
                && (!run.completed()
                        || all.stream()
                                .anyMatch(other -> other.organization().equals(run.organization())
                                        && other.completed()
                                        && other.finishedAt() != null
                                        && other.finishedAt().isAfter(run.finishedAt())));
    }
}
