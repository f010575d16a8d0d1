package io.routiq.application.sync;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRunId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Checkpoints in memory. */
public final class InMemorySyncCheckpoints implements SyncCheckpoints {

    private final InMemoryTransactions.Table<SyncRunId, List<StreamRead>> open;

    public InMemorySyncCheckpoints(InMemoryTransactions transactions) {
        open = transactions.table();
    }

    @Override
    public List<StreamRead> open(OrganizationId organization, SyncRunId run) {
        return open.of(organization).getOrDefault(run, List.of());
    }

    @Override
    public void add(OrganizationId organization, SyncRunId run, Collection<StreamRead> reads) {
        List<StreamRead> more = new ArrayList<>(open(organization, run));
        more.addAll(reads);
        open.of(organization).put(run, more.stream().distinct().toList());
    }

    @Override
    public void remove(OrganizationId organization, SyncRunId run, StreamRead read) {
        open.of(organization)
                .computeIfPresent(
                        run,
                        (id, reads) -> reads.stream()
                                .filter(other -> !other.equals(read))
                                .toList());
    }

    @Override
    public void clear(OrganizationId organization, SyncRunId run) {
        open.of(organization).remove(run);
    }
}
