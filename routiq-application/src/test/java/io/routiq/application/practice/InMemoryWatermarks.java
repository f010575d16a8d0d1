package io.routiq.application.practice;

import io.routiq.application.InMemoryTransactions;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.util.Map;

/** Watermarks in memory. */
public final class InMemoryWatermarks implements Watermarks {

    private final InMemoryTransactions.Table<SyncStream, Watermark> watermarks;

    public InMemoryWatermarks(InMemoryTransactions transactions) {
        watermarks = transactions.table();
    }

    @Override
    public Map<SyncStream, Watermark> all(OrganizationId organization) {
        return Map.copyOf(watermarks.of(organization));
    }

    @Override
    public void save(OrganizationId organization, Map<SyncStream, Watermark> changed) {
        watermarks.of(organization).putAll(changed);
    }

    @Override
    public void replaceAll(OrganizationId organization, Map<SyncStream, Watermark> all) {
        clear(organization);
        save(organization, all);
    }

    /** Forgets how far everything was read, as {@link PracticeCopy#clear} wants it. */
    void clear(OrganizationId organization) {
        watermarks.of(organization).clear();
    }
}
