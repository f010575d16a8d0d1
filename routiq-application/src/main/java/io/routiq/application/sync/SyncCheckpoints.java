package io.routiq.application.sync;

import io.routiq.application.practice.StreamRead;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRunId;
import java.util.Collection;
import java.util.List;

/** The pages that a run has still to read, so that another worker can go on. To be called inside a transaction. */
public interface SyncCheckpoints {

    /** What is still to read, in the order it was added. */
    List<StreamRead> open(OrganizationId organization, SyncRunId run);

    /** Adds pages to read. */
    void add(OrganizationId organization, SyncRunId run, Collection<StreamRead> reads);

    /** Takes a page off because it is stored; there is nothing to take off if it was not there. */
    void remove(OrganizationId organization, SyncRunId run, StreamRead read);

    /** Forgets all pages of a run that has ended. */
    void clear(OrganizationId organization, SyncRunId run);
}
