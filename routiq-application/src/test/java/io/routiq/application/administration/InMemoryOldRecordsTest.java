package io.routiq.application.administration;

import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

class InMemoryOldRecordsTest extends OldRecordsContract {

    private final InMemoryOldRecords records = new InMemoryOldRecords();

    @Override
    protected OldRecords records() {
        return records;
    }

    @Override
    protected void addRun(OrganizationId organization, boolean completed, @Nullable Instant finishedAt, int streams) {
        records.addRun(organization, completed, finishedAt, streams);
    }

    @Override
    protected void addAuditEntry(OrganizationId organization, Instant at) {
        records.addAuditEntry(at);
    }

    @Override
    protected void addKey(OrganizationId organization, Instant at) {
        records.addKey(at);
    }
}
