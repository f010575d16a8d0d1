package io.routiq.adapter.cliniko;

import io.routiq.adapter.cliniko.Walk.Step;
import java.util.List;
import java.util.function.Predicate;

/** Walks a list by an instant of its records. Filters know whole seconds only, so a second may be met twice. */
final class TimeWalk {

    private final ListReader reader;
    private final SortedById sorted;
    private final Query list;

    TimeWalk(ListReader reader, Query list) {
        this.reader = reader;
        this.sorted = new SortedById(reader);
        this.list = list;
    }

    /** Goes on with the last record's second, leaving out what was read of it. */
    Step from(Position.FromTime position) {
        String member = position.time().member();
        long second = position.second();
        Query query = list.where(member, ">=" + Instants.write(second)).sort(member);
        Page page = reader.read(
                        query,
                        leastOf(position),
                        answer -> answer.seconds(member).allMatch(each -> each >= second)
                                && (!reader.hasMore(answer) || Page.isAscending(answer.seconds(member))))
                .filter(answer -> position.seen().isEmpty() || !answer.rows().isEmpty())
                .orElseThrow(reader::untrustworthy);
        List<Row> unseen = page.distinct().stream()
                .filter(row -> row.second(member).orElse(0) != second
                        || row.id().stream().noneMatch(position.seen()::contains))
                .toList();
        if (!reader.hasMore(page)) {
            return reader.step(page, unseen, List.of());
        }
        long first = page.seconds(member).min().orElseThrow(reader::unreadable);
        long last = page.seconds(member).max().orElseThrow(reader::unreadable);
        // Of a second that fills the page nobody knows which records came; it is read again, in another way.
        return first == last
                ? reader.step(
                        page, List.of(), List.of(new Position.WithinSecond(position.time(), last, 0, Long.MAX_VALUE)))
                : reader.step(
                        page, unseen, List.of(new Position.FromTime(position.time(), last, idsOf(page, member, last))));
    }

    /** What was seen is there still; that nothing has changed is believed at once, that nothing was created is not. */
    private static int leastOf(Position.FromTime position) {
        int created = position.equals(Position.Time.CREATED.start(0)) ? 1 : 0;
        return Math.max(created, position.seen().size());
    }

    private static List<Long> idsOf(Page page, String member, long second) {
        return page.distinct().stream()
                .filter(row -> row.second(member).orElse(0) == second)
                .flatMap(row -> row.id().stream().boxed())
                .toList();
    }

    /** One second's records, lowest ids first. */
    Step within(Position.WithinSecond position) {
        String member = position.time().member();
        long second = position.second();
        Query within =
                list.where(member, ">=" + Instants.write(second)).where(member, "<" + Instants.write(second + 1));
        Predicate<Page> honoured = page -> page.seconds(member).allMatch(each -> each == second);
        return sorted.lowest(within, position.after(), position.upTo(), honoured)
                .map(page -> reader.step(
                        page,
                        page.distinct(),
                        List.of(
                                reader.hasMore(page)
                                        ? position.narrowed(
                                                page.ids().max().orElseThrow(reader::unreadable), position.upTo())
                                        : afterRange(position))))
                .orElseGet(() -> unsorted(within, position, honoured));
    }

    /** A range of ids that does not fit on a page is narrowed until it does, so that no order at all is relied on. */
    private Step unsorted(Query within, Position.WithinSecond position, Predicate<Page> honoured) {
        Page page = reader.read(
                        SortedById.range(within, position.after(), position.upTo()),
                        1,
                        answer -> answer.isWithin(position.after(), position.upTo()) && honoured.test(answer))
                .orElseThrow(reader::untrustworthy);
        return reader.hasMore(page)
                ? reader.step(page, List.of(), List.of(position.narrowed(position.after(), pivot(page, position))))
                : reader.step(page, page.distinct(), List.of(afterRange(position)));
    }

    private static Position afterRange(Position.WithinSecond position) {
        return position.upTo() == Long.MAX_VALUE
                ? position.time().start(position.second() + 1)
                : position.narrowed(position.upTo(), Long.MAX_VALUE);
    }

    /** An id with about as many records up to it as a page can take, and at least one above it. */
    private long pivot(Page page, Position.WithinSecond position) {
        long[] sample = page.ids().sorted().distinct().toArray();
        if (sample.length == 0) {
            throw reader.unreadable();
        }
        if (sample.length == 1) {
            return Math.max(position.after() + 1, position.after() + (sample[0] - position.after()) / 2);
        }
        long total = Math.max(page.total().orElse(0), sample.length + 1L);
        long wanted = 3L * reader.pageSize() * sample.length / (4 * total);
        return sample[Math.clamp(wanted, 0, sample.length - 2)];
    }
}
