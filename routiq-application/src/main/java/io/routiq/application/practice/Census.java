package io.routiq.application.practice;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which records the source still has, as runs that read everything find out. Source of the rules: sync engine, R4. To be
 * called inside a transaction.
 */
public interface Census {

    /**
     * Notes what a page of a run held. Whatever is met is absent no more.
     *
     * @param ids of the page's records, those that could not be understood too
     * @param whole false if the page had fewer records than the source announced, or the source did not announce any
     */
    void meet(OrganizationId organization, SyncRunId run, SyncStream stream, Collection<String> ids, boolean whole);

    /** True if each page of the stream that was noted was whole. */
    boolean isWhole(OrganizationId organization, SyncRunId run, SyncStream stream);

    /** What the run has met of the stream so far. */
    Count count(OrganizationId organization, SyncRunId run, SyncStream stream);

    /** Ids of the copy's records that the run has not met, and has not found absent either, in order. */
    List<String> toAskFor(OrganizationId organization, SyncRunId run, SyncStream stream);

    /**
     * Notes that the source, asked for these ids alone, does not know them. Those that the copy does not hold are passed
     * over; those that it stores again are absent no more.
     */
    void absent(OrganizationId organization, SyncRunId run, SyncStream stream, Collection<String> ids);

    /** What the run has found absent, in the order of ids. */
    List<Absence> absences(OrganizationId organization, SyncRunId run, SyncStream stream);

    /** Forgets what pages held: no run goes on. What was found absent is kept until it is met, or gone from the copy. */
    void close(OrganizationId organization);

    /** Who read, when nothing was missed that somebody did not confirm. */
    Optional<String> reader(OrganizationId organization);

    /** Replaces the reader. */
    void trust(OrganizationId organization, String reader);

    /**
     * What the copy holds of a stream.
     *
     * @param held how many records
     * @param unmet how many of them the run has not met
     */
    record Count(long held, long unmet) {}

    /**
     * A record of the copy that the source does not know.
     *
     * @param foundBefore whether an earlier run had found so too
     */
    record Absence(String recordId, boolean foundBefore) {}
}
