package io.routiq.adapter.cliniko;

import java.util.Optional;
import java.util.function.Predicate;

/** Reads ranges of ids in their order. Nobody documents that {@code sort=id} is honoured, so it has to be proven. */
final class SortedById {

    private final ListReader reader;

    SortedById(ListReader reader) {
        this.reader = reader;
    }

    /** Only ids above one and not above another. */
    static Query range(Query list, long after, long upTo) {
        Query above = list.where("id", ">" + after);
        return upTo == Long.MAX_VALUE ? above : above.where("id", "<=" + upTo);
    }

    /**
     * The lowest ids of a range. That there are none, at the beginning of a list too, is believed only when said
     * repeatedly: whoever asks for changes afterwards would never hear of what was missed.
     *
     * @param honoured what else an answer must show
     * @return empty if Cliniko does not sort this list by id, now or ever; the key then remembers it
     */
    Optional<Page> lowest(Query list, long after, long upTo, Predicate<Page> honoured) {
        if (reader.key().refusesSortById()) {
            return Optional.empty();
        }
        Query query = range(list, after, upTo);
        Optional<Page> sorted = reader.read(
                        query.sort("id"),
                        1,
                        page -> page.isWithin(after, upTo)
                                && honoured.test(page)
                                && (!reader.hasMore(page) || Page.isAscending(page.ids())))
                .filter(page -> !reader.hasMore(page) || isProven(query, page));
        if (sorted.isEmpty()) {
            reader.key().foundNotSortedById();
        }
        return sorted;
    }

    /**
     * Ids that happen to ascend prove nothing where they go together with the default order, creation. But if the order
     * is not honoured, its reverse is not either, and then a record comes first that was on the page already.
     */
    private boolean isProven(Query query, Page page) {
        if (reader.key().sortsById(reader.resource())) {
            return true;
        }
        long highestSeen = page.ids().max().orElseThrow(reader::unreadable);
        boolean proven = switch (reader.conversation().ask(query.sort("id:desc").perPage(1))) {
            case Reply.NotUnderstood notUnderstood -> false;
            case Reply.Denied denied -> throw reader.denied(denied);
            case Reply.Ok ok -> Page.read(ok, reader.resource()).ids().max().orElse(0) >= highestSeen;
        };
        if (proven) {
            reader.key().foundSortedById(reader.resource());
        }
        return proven;
    }
}
