package io.routiq.application.practice;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.InMemoryTransactions.Table;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The quarantine in memory; {@link InMemoryPracticeCopy} lets records go. */
public final class InMemoryQuarantine implements Quarantine {

    private static final Comparator<Key> BY_KEY =
            Comparator.comparing((Key key) -> key.stream().code()).thenComparing(Key::recordId);

    private final Table<Key, Held> held;
    private final BiPredicate<OrganizationId, String> named;

    /** @param named whether visits name a patient */
    InMemoryQuarantine(InMemoryTransactions transactions, BiPredicate<OrganizationId, String> named) {
        this.named = named;
        held = transactions.table();
    }

    @Override
    public void setAside(
            OrganizationId organization, SyncStream stream, Collection<RejectedRecord> rejected, Instant at) {
        rejected.stream()
                .map(record -> new Held(new Key(stream, record.id()), record.reason(), at, at, 1))
                .distinct()
                .forEach(fresh -> held.of(organization)
                        .merge(
                                fresh.key(),
                                fresh,
                                (old, again) -> new Held(
                                        old.key(), again.reason(), old.firstSeenAt(), at, old.attempts() + 1)));
    }

    @Override
    public void askedInVain(OrganizationId organization, SyncStream stream, Collection<String> ids, Instant at) {
        ids.forEach(id -> held.of(organization)
                .computeIfPresent(
                        new Key(stream, id),
                        (key, old) -> new Held(key, old.reason(), old.firstSeenAt(), at, old.attempts() + 1)));
    }

    @Override
    public List<String> toAskAgain(OrganizationId organization, SyncStream stream, int limit) {
        return held.of(organization).values().stream()
                .filter(record -> record.key().stream() == stream)
                .filter(record -> !record.key().recordId().equals(RejectedRecord.NO_ID))
                .sorted(Comparator.comparing(Held::lastSeenAt).thenComparing(Held::key, BY_KEY))
                .map(record -> record.key().recordId())
                .limit(limit)
                .toList();
    }

    @Override
    public void forgetUnseen(OrganizationId organization, Collection<SyncStream> streams, Instant since) {
        held.of(organization)
                .values()
                .removeIf(record -> streams.contains(record.key().stream())
                        && record.lastSeenAt().isBefore(since)
                        && !(record.reason().equals(RejectedRecord.NOT_THERE)
                                && named.test(organization, record.key().recordId())));
    }

    @Override
    public List<Held> list(OrganizationId organization, @Nullable Key after, int limit) {
        return held.of(organization).values().stream()
                .filter(record -> after == null || BY_KEY.compare(record.key(), after) > 0)
                .sorted(Comparator.comparing(Held::key, BY_KEY))
                .limit(limit)
                .toList();
    }

    @Override
    public long count(OrganizationId organization) {
        return held.of(organization).size();
    }

    boolean holds(OrganizationId organization, Key key) {
        return held.of(organization).containsKey(key);
    }

    void release(OrganizationId organization, Key key) {
        held.of(organization).remove(key);
    }

    void clear(OrganizationId organization) {
        held.of(organization).clear();
    }
}
