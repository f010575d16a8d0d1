package io.routiq.application.practice;

import io.routiq.application.practice.Selection.WithIds;
import io.routiq.domain.sync.SyncStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page to read.
 *
 * @param stream what kind of record
 * @param selection which of them
 * @param cursor where to go on, as an earlier page of the same stream and selection said, or null at the beginning
 */
public record StreamRead(
        SyncStream stream, Selection selection, @Nullable String cursor) {

    /** No selection names more ids than this. */
    public static final int MOST_IDS = 100;

    /** The first page. */
    public static StreamRead first(SyncStream stream, Selection selection) {
        return new StreamRead(stream, selection, null);
    }

    /** The first pages of records whose ids are known, in as few reads as may be. */
    public static List<StreamRead> byIds(SyncStream stream, List<String> ids) {
        List<StreamRead> reads = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            reads.add(first(stream, new WithIds(ids.subList(from, Math.min(from + MOST_IDS, ids.size())))));
        }
        return reads;
    }

    /** The page that an answer to this read pointed to. */
    public StreamRead at(String nextCursor) {
        return new StreamRead(stream, selection, nextCursor);
    }
}
