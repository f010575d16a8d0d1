package io.routiq.adapter.cliniko.simulator;

import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * One condition on a row, with what an index needs to answer it.
 *
 * @param column whose index may be used
 * @param low the smallest value that can match
 * @param high the largest value that can match
 * @param onlyRange whether every value between them matches, so that an index alone decides
 * @param values the only values that match, when they are few; else empty
 */
record Criterion<R extends Row>(
        String column, Predicate<R> test, long low, long high, boolean onlyRange, List<Long> values) {

    static <R extends Row> Criterion<R> of(String column, Predicate<R> test) {
        return new Criterion<>(column, test, Long.MIN_VALUE, Long.MAX_VALUE, false, List.of());
    }

    static <R extends Row> Criterion<R> any(String column) {
        return new Criterion<>(column, row -> true, Long.MIN_VALUE, Long.MAX_VALUE, true, List.of());
    }

    static <R extends Row> Criterion<R> between(String column, ToLongFunction<R> value, long low, long high) {
        return new Criterion<>(
                column,
                row -> {
                    long actual = value.applyAsLong(row);
                    return actual >= low && actual <= high;
                },
                low,
                high,
                true,
                List.of());
    }

    static <R extends Row> Criterion<R> among(String column, ToLongFunction<R> value, List<Long> values) {
        long low = values.stream().mapToLong(Long::longValue).min().orElse(0);
        long high = values.stream().mapToLong(Long::longValue).max().orElse(-1);
        Set<Long> wanted = Set.copyOf(values);
        return new Criterion<>(column, row -> wanted.contains(value.applyAsLong(row)), low, high, false, values);
    }

    static <R extends Row> Criterion<R> numbers(String column, ToLongFunction<R> value, LongPredicate test) {
        return of(column, row -> test.test(value.applyAsLong(row)));
    }
}
