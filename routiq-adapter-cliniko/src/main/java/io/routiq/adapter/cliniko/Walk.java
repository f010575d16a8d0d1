package io.routiq.adapter.cliniko;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads one list completely, however it changes meanwhile: each request asks for the first page of what lies beyond the
 * records that were read, and each answer is checked for having understood the question.
 */
final class Walk {

    private final ListReader reader;
    private final SortedById sorted;
    private final TimeWalk byTime;
    private final Query list;

    /**
     * @param list with the filters of what is wanted
     * @param wanted what these filters mean, to see whether they were applied
     */
    Walk(Conversation conversation, Resource resource, Query list, Predicate<Row> wanted, int pageSize) {
        this.reader = new ListReader(conversation, resource, wanted, pageSize);
        this.sorted = new SortedById(reader);
        this.byTime = new TimeWalk(reader, list);
        this.list = list;
    }

    /**
     * One page of the walk.
     *
     * @param next where it goes on, several positions if they can be read side by side
     * @param whole whether the source announced as many records as it gave
     * @param total how many records this page and what follows it have by the source's account, 0 if it gives none
     */
    record Step(List<Row> rows, List<Position> next, long total, boolean whole, Instant asOf) {}

    /** The first page of all records. */
    Step begin() {
        return byId(new Position.ById(0, Long.MAX_VALUE), true);
    }

    Step at(Position position) {
        return switch (position) {
            case Position.ById byId -> byId(byId, false);
            case Position.FromTime fromTime -> byTime.from(fromTime);
            case Position.WithinSecond within -> byTime.within(within);
        };
    }

    private Step byId(Position.ById position, boolean first) {
        return sorted.lowest(list, position.after(), position.upTo(), any -> true)
                .map(page -> reader.step(page, page.distinct(), after(page, position, first)))
                .orElseGet(() -> byTime.from(Position.Time.CREATED.start(0)));
    }

    private List<Position> after(Page page, Position.ById position, boolean first) {
        if (!reader.hasMore(page)) {
            return List.of();
        }
        long last = page.ids().max().orElseThrow(reader::unreadable);
        return first ? new Split(reader, list).ranges(page, last) : List.of(new Position.ById(last, position.upTo()));
    }
}
