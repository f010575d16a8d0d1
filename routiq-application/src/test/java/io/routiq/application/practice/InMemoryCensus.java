package io.routiq.application.practice;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.InMemoryTransactions.Table;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The census in memory. */
public final class InMemoryCensus implements Census {

    private static final String READER = "reader";

    private final InMemoryPracticeCopy copy;
    private final Table<Integer, Sheet> sheets;
    private final Table<Key, Absent> absent;
    private final Table<String, String> readers;

    InMemoryCensus(InMemoryTransactions transactions, InMemoryPracticeCopy copy) {
        this.copy = copy;
        sheets = transactions.table();
        absent = transactions.table();
        readers = transactions.table();
    }

    private record Sheet(SyncRunId run, SyncStream stream, Set<String> ids, boolean whole) {}

    private record Key(SyncStream stream, String id) {}

    private record Absent(SyncRunId first, SyncRunId latest) {}

    @Override
    public void meet(
            OrganizationId organization, SyncRunId run, SyncStream stream, Collection<String> ids, boolean whole) {
        var all = sheets.of(organization);
        all.put(all.size(), new Sheet(run, stream, Set.copyOf(ids), whole));
        met(organization, stream, ids);
    }

    @Override
    public boolean isWhole(OrganizationId organization, SyncRunId run, SyncStream stream) {
        return sheets.of(organization).values().stream()
                .filter(sheet -> sheet.run().equals(run) && sheet.stream() == stream)
                .allMatch(Sheet::whole);
    }

    @Override
    public Count count(OrganizationId organization, SyncRunId run, SyncStream stream) {
        List<String> held = copy.ids(organization, stream);
        Set<String> met = met(organization, run, stream);
        return new Count(
                held.size(), held.stream().filter(id -> !met.contains(id)).count());
    }

    @Override
    public List<String> toAskFor(OrganizationId organization, SyncRunId run, SyncStream stream) {
        Set<String> met = met(organization, run, stream);
        return copy.ids(organization, stream).stream()
                .filter(id -> !met.contains(id))
                .filter(id -> Optional.ofNullable(absent.of(organization).get(new Key(stream, id)))
                        .filter(found -> found.latest().equals(run))
                        .isEmpty())
                .sorted()
                .toList();
    }

    private Set<String> met(OrganizationId organization, SyncRunId run, SyncStream stream) {
        return sheets.of(organization).values().stream()
                .filter(sheet -> sheet.run().equals(run) && sheet.stream() == stream)
                .flatMap(sheet -> sheet.ids().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public void absent(OrganizationId organization, SyncRunId run, SyncStream stream, Collection<String> ids) {
        ids.stream()
                .filter(copy.ids(organization, stream)::contains)
                .forEach(id -> absent.of(organization)
                        .merge(new Key(stream, id), new Absent(run, run), (old, now) -> new Absent(old.first(), run)));
    }

    @Override
    public List<Absence> absences(OrganizationId organization, SyncRunId run, SyncStream stream) {
        return absent.of(organization).entrySet().stream()
                .filter(found -> found.getKey().stream() == stream
                        && found.getValue().latest().equals(run))
                .map(found -> new Absence(
                        found.getKey().id(), !found.getValue().first().equals(run)))
                .sorted(Comparator.comparing(Absence::recordId))
                .toList();
    }

    @Override
    public void close(OrganizationId organization) {
        sheets.of(organization).clear();
    }

    @Override
    public Optional<String> reader(OrganizationId organization) {
        return Optional.ofNullable(readers.of(organization).get(READER));
    }

    @Override
    public void trust(OrganizationId organization, String reader) {
        readers.of(organization).put(READER, reader);
    }

    /** These are absent no more. */
    void met(OrganizationId organization, SyncStream stream, Collection<String> ids) {
        ids.forEach(id -> absent.of(organization).remove(new Key(stream, id)));
    }

    void clear(OrganizationId organization) {
        sheets.of(organization).clear();
        absent.of(organization).clear();
        readers.of(organization).clear();
    }
}
