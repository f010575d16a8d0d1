package io.routiq.application.practice;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records that could not be understood, until they can: which and why, never their values. A record leaves when
 * {@link PracticeCopy#store} brings it in. To be called inside a transaction.
 */
public interface Quarantine {

    /** Keeps count of records that could not be understood. */
    void setAside(OrganizationId organization, SyncStream stream, Collection<RejectedRecord> rejected, Instant at);

    /** Keeps count of those of these records that are in quarantine: they were asked for and did not come. */
    void askedInVain(OrganizationId organization, SyncStream stream, Collection<String> ids, Instant at);

    /** Ids of the stream's records to ask the source for again, those first that were longest not seen. */
    List<String> toAskAgain(OrganizationId organization, SyncStream stream, int limit);

    /**
     * Forgets what a complete reading of these streams, begun at {@code since}, did not meet again; but not the patients who
     * are {@linkplain RejectedRecord#NOT_THERE not there} while visits name them.
     */
    void forgetUnseen(OrganizationId organization, Collection<SyncStream> streams, Instant since);

    /**
     * What is in quarantine, by stream and record.
     *
     * @param after only those that come after this one, or null for all
     * @param limit at most so many
     */
    List<Held> list(OrganizationId organization, @Nullable Key after, int limit);

    /** How many records are in quarantine. */
    long count(OrganizationId organization);

    /**
     * What names a record in quarantine.
     *
     * @param recordId the source's id, or {@link RejectedRecord#NO_ID}
     */
    record Key(SyncStream stream, String recordId) {

        /** The id, or empty if it could not be understood itself. */
        public Optional<String> readableId() {
            return recordId.equals(RejectedRecord.NO_ID) ? Optional.empty() : Optional.of(recordId);
        }
    }

    /**
     * A record in quarantine.
     *
     * @param reason which member is wrong, without its value
     * @param attempts how often it came so
     */
    record Held(Key key, String reason, Instant firstSeenAt, Instant lastSeenAt, int attempts) {}
}
