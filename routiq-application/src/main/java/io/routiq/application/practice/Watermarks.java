package io.routiq.application.practice;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Up to when each stream of the copy is complete. To be called inside a transaction. */
public interface Watermarks {

    /** What is known of each stream; a stream of which no record is held is absent. */
    Map<SyncStream, Watermark> all(OrganizationId organization);

    /** Replaces what is known of these streams. */
    void save(OrganizationId organization, Map<SyncStream, Watermark> watermarks);

    /** Replaces all that is known: nothing is known any more of the streams that are not named. */
    void replaceAll(OrganizationId organization, Map<SyncStream, Watermark> watermarks);

    /**
     * Each record of a stream that the copy holds is as it was at {@code asOf} or later, and none is missing that
     * visits starting at {@code coversFrom} or later need.
     *
     * @param asOf by the source's clock
     * @param coversFrom from which start of visits on nothing is missing, or null if nothing is missing at all
     */
    record Watermark(Instant asOf, @Nullable Instant coversFrom) {

        /** Later than any visit: covers none. */
        private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

        /** Of a stream of which some records are held, but not known to be all for any visit. */
        public static Watermark ofSome(Instant asOf) {
            return new Watermark(asOf, NEVER);
        }

        /** True if it is not known to be all for any visit. */
        public boolean isOfSome() {
            return NEVER.equals(coversFrom);
        }

        /** True if nothing is missing that visits starting at {@code from} or later need. */
        public boolean covers(Instant from) {
            return coversFrom == null || !coversFrom.isAfter(from);
        }

        /** True if nothing is missing at all. */
        public boolean coversAll() {
            return coversFrom == null;
        }
    }
}
