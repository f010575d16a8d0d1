package io.routiq.application.practice;

import io.routiq.application.practice.Selection.WithIds;
import io.routiq.domain.sync.SyncStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        return inParts(ids, part -> first(stream, new WithIds(part))).toList();
    }

    /** One read for each part of the ids that a selection can name. */
    public static Stream<StreamRead> inParts(List<String> ids, Function<List<String>, StreamRead> read) {
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + MOST_IDS)
                .mapToObj(from -> read.apply(ids.subList(from, Math.min(from + MOST_IDS, ids.size()))));
    }

    /** True if the records are named by their ids, so that the source announces nothing. */
    public boolean namesIds() {
        return selection instanceof WithIds;
    }

    /** True if one record is asked for, alone. */
    public boolean namesOneId() {
        return selection instanceof WithIds with && with.ids().size() == 1;
    }

    /** The page that an answer to this read pointed to. */
    public StreamRead at(String nextCursor) {
        return new StreamRead(stream, selection, nextCursor);
    }
}
