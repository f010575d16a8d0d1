package io.routiq.adapter.cliniko;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Divides what is left of a long list into ranges of ids that can be read side by side. */
final class Split {

    private static final int PARTS = 4;
    private static final int WORTH_PAGES = 10;

    private final ListReader reader;
    private final Query list;

    Split(ListReader reader, Query list) {
        this.reader = reader;
        this.list = list;
    }

    /** Ranges that together hold all ids above {@code last}; a single one where dividing is not worth it or fails. */
    List<Position> ranges(Page first, long last) {
        long left = first.total().orElse(0) - first.rows().size();
        List<Position> ranges = new ArrayList<>();
        long after = last;
        if (left > (long) WORTH_PAGES * reader.pageSize()) {
            for (int part = 1; part < PARTS; part++) {
                OptionalLong pivot = idAt(last, left * part / PARTS);
                if (pivot.isPresent() && pivot.getAsLong() > after) {
                    ranges.add(new Position.ById(after, pivot.getAsLong()));
                    after = pivot.getAsLong();
                }
            }
        }
        ranges.add(new Position.ById(after, Long.MAX_VALUE));
        return ranges;
    }

    /** Any id will do, since the ranges leave no gap whatever it is. */
    private OptionalLong idAt(long last, long number) {
        Query query = list.where("id", ">" + last).sort("id").perPage(1).page(number);
        try {
            return switch (reader.conversation().ask(query)) {
                case Reply.Ok ok -> Page.read(ok, reader.resource()).ids().findFirst();
                case Reply.NotUnderstood notUnderstood -> OptionalLong.empty();
                case Reply.Denied denied -> OptionalLong.empty();
            };
        } catch (PutOff tooManyRequests) {
            return OptionalLong.empty();
        }
    }
}
