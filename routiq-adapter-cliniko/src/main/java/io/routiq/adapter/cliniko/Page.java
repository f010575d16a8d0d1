package io.routiq.adapter.cliniko;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/**
 * One answer to a list.
 *
 * @param rows as they came
 * @param hasNext whether it names a next page; where that is, is nobody's business but ours
 * @param total how many records the list says it has in all, if it says so in a readable way
 * @param asOf the source's clock
 */
record Page(List<Row> rows, boolean hasNext, OptionalLong total, Instant asOf) {

    /** @throws Passing if the answer is not a list of this kind */
    static Page read(Reply.Ok reply, Resource resource) {
        JsonNode array = reply.body().path(resource.key());
        if (!array.isArray()) {
            throw new Passing(Passing.Kind.GARBLED, "no list in the answer");
        }
        List<Row> rows = new ArrayList<>(array.size());
        array.forEach(json -> rows.add(new Row(json)));
        JsonNode next = reply.body().path("links").path("next");
        JsonNode total = reply.body().path("total_entries");
        return new Page(
                rows,
                next.isString(),
                total.isString() || total.isIntegralNumber() ? Row.number(total.asString()) : OptionalLong.empty(),
                reply.at());
    }

    /** Whether records are left that this page of at most {@code size} does not show. An empty one is always an end. */
    boolean hasMore(int size) {
        return !rows.isEmpty() && (hasNext || (rows.size() >= size && total.orElse(Long.MAX_VALUE) > rows.size()));
    }

    /** Whether it holds as many records as it should by its own account, being the first page of its list. */
    boolean isWhole(int size) {
        return total.isEmpty() || distinct().size() == Math.min(size, total.getAsLong());
    }

    /** Each row once. */
    List<Row> distinct() {
        Set<Long> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> row.id().isEmpty() || seen.add(row.id().getAsLong()))
                .toList();
    }

    LongStream ids() {
        return rows.stream().map(Row::id).flatMapToLong(OptionalLong::stream);
    }

    LongStream seconds(String member) {
        return rows.stream().map(row -> row.second(member)).flatMapToLong(OptionalLong::stream);
    }

    /** Whether every id that can be read is above one and not above another. */
    boolean isWithin(long after, long upTo) {
        return ids().allMatch(id -> id > after && id <= upTo);
    }

    static boolean isAscending(LongStream numbers) {
        long[] all = numbers.toArray();
        return IntStream.range(1, all.length).allMatch(i -> all[i - 1] <= all[i]);
    }
}
