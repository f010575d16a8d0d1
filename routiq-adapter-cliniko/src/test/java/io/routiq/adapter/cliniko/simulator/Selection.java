package io.routiq.adapter.cliniko.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** One page of a table's rows and how many there are in all, found through the indexes where they help. */
record Selection<R extends Row>(List<R> rows, int total) {

    private record Range<R extends Row>(SortedRows<R> index, String column, int from, int to) {
        int length() {
            return to - from;
        }
    }

    static <R extends Row> Selection<R> of(
            Table<R> table, List<Criterion<R>> criteria, Order<R> order, int offset, int limit) {
        Optional<Criterion<R>> ids = criteria.stream()
                .filter(criterion -> criterion.column().equals("id")
                        && !criterion.onlyRange()
                        && !criterion.values().isEmpty())
                .findFirst();
        if (ids.isPresent()) {
            return sorted(
                    ids.get().values().stream()
                            .flatMap(id -> table.find(id).stream())
                            .toList(),
                    criteria,
                    order,
                    offset,
                    limit);
        }
        Range<R> narrowest = table.indexes().keySet().stream()
                .map(column -> range(table, column, criteria))
                .reduce((one, other) -> other.length() < one.length() ? other : one)
                .orElseThrow();
        Optional<Order.Key<R>> byIndex = order.byOneIndex()
                .filter(key -> table.index(key.column().name()).isPresent());
        if (byIndex.isPresent()) {
            Range<R> ordered = range(table, byIndex.get().column().name(), criteria);
            if (ordered.length() / 4 <= narrowest.length()) {
                return scanned(ordered, byIndex.get().descending(), criteria, offset, limit);
            }
        }
        List<R> candidates = new ArrayList<>();
        for (int position = narrowest.from(); position < narrowest.to(); position++) {
            candidates.add(narrowest.index().get(position));
        }
        return sorted(candidates, criteria, order, offset, limit);
    }

    private static <R extends Row> Range<R> range(Table<R> table, String column, List<Criterion<R>> criteria) {
        SortedRows<R> index = table.index(column).orElseThrow();
        long low = Long.MIN_VALUE;
        long high = Long.MAX_VALUE;
        for (Criterion<R> criterion : criteria) {
            if (criterion.column().equals(column)) {
                low = Math.max(low, criterion.low());
                high = Math.min(high, criterion.high());
            }
        }
        int from = index.firstAtLeast(low);
        return new Range<>(index, column, from, Math.max(from, index.firstAbove(high)));
    }

    private static <R extends Row> Selection<R> scanned(
            Range<R> range, boolean descending, List<Criterion<R>> criteria, int offset, int limit) {
        List<Criterion<R>> rest = criteria.stream()
                .filter(criterion -> !(criterion.onlyRange() && trivial(criterion, range.column())))
                .toList();
        List<R> rows = new ArrayList<>(limit);
        if (rest.isEmpty()) {
            for (int at = offset; at < Math.min(offset + limit, range.length()); at++) {
                rows.add(range.index().get(descending ? range.to() - 1 - at : range.from() + at));
            }
            return new Selection<>(rows, range.length());
        }
        int total = 0;
        for (int at = 0; at < range.length(); at++) {
            R row = range.index().get(descending ? range.to() - 1 - at : range.from() + at);
            if (matches(row, rest)) {
                if (total >= offset && rows.size() < limit) {
                    rows.add(row);
                }
                total++;
            }
        }
        return new Selection<>(rows, total);
    }

    /** Whether a range says no more than the index's range already does. */
    private static <R extends Row> boolean trivial(Criterion<R> criterion, String column) {
        return criterion.column().equals(column)
                || (criterion.low() == Long.MIN_VALUE && criterion.high() == Long.MAX_VALUE);
    }

    private static <R extends Row> Selection<R> sorted(
            List<R> candidates, List<Criterion<R>> criteria, Order<R> order, int offset, int limit) {
        Comparator<R> comparator = order.comparator();
        List<R> matching =
                candidates.stream().filter(row -> matches(row, criteria)).toList();
        int end = (int) Math.min((long) offset + limit, matching.size());
        List<R> first = matching.size() > 4 * end
                ? smallest(matching, end, comparator)
                : matching.stream().sorted(comparator).toList();
        return new Selection<>(first.subList(Math.min(offset, end), end), matching.size());
    }

    /** So few of so many that sorting all would be a waste. */
    private static <R extends Row> List<R> smallest(List<R> rows, int count, Comparator<R> comparator) {
        var kept = new PriorityQueue<>(count + 1, comparator.reversed());
        for (R row : rows) {
            if (kept.size() < count) {
                kept.add(row);
            } else if (count > 0 && comparator.compare(row, kept.element()) < 0) {
                kept.remove();
                kept.add(row);
            }
        }
        return kept.stream().sorted(comparator).toList();
    }

    private static <R extends Row> boolean matches(R row, List<Criterion<R>> criteria) {
        for (Criterion<R> criterion : criteria) {
            if (!criterion.test().test(row)) {
                return false;
            }
        }
        return true;
    }
}
