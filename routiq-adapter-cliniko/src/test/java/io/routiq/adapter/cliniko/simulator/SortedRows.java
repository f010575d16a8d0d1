package io.routiq.adapter.cliniko.simulator;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.ToLongFunction;

/**
 * Rows in the order of one number, then of id: an index.
 *
 * <p>A sorted array: four bytes a row, ranges by binary search, and a single change costs one short copy.
 */
final class SortedRows<R extends Row> {

    private final ToLongFunction<? super R> key;
    private final Comparator<Row> order;
    private Row[] rows = new Row[16];
    private int size;
    private boolean sorted = true;

    SortedRows(ToLongFunction<? super R> key) {
        this.key = key;
        this.order = (left, right) -> {
            int byKey = Long.compare(keyOf(left), keyOf(right));
            return byKey != 0 ? byKey : Long.compare(left.id, right.id);
        };
    }

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // only add puts rows in
    R get(int position) {
        return (R) rows[position];
    }

    void addAll(Collection<? extends R> more) {
        rows = Arrays.copyOf(rows, Math.max(rows.length, size + more.size()));
        for (R row : more) {
            rows[size++] = row;
        }
        sorted = false;
    }

    void add(R row) {
        sort();
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size + (size >> 1));
        }
        int position = -1 - Arrays.binarySearch(rows, 0, size, row, order);
        System.arraycopy(rows, position, rows, position + 1, size - position);
        rows[position] = row;
        size++;
    }

    void remove(R row) {
        sort();
        int position = Arrays.binarySearch(rows, 0, size, row, order);
        System.arraycopy(rows, position + 1, rows, position, size - position - 1);
        size--;
    }

    /** Many rows have changed: sort again before the next read. */
    void disturb() {
        sorted = false;
    }

    /** The first position whose key is at least this. */
    int firstAtLeast(long least) {
        sort();
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keyOf(rows[middle]) < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first position whose key is above this. */
    int firstAbove(long most) {
        return most == Long.MAX_VALUE ? size : firstAtLeast(most + 1);
    }

    @SuppressWarnings("unchecked") // only add puts rows in
    private long keyOf(Row row) {
        return key.applyAsLong((R) row);
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(rows, 0, size, order);
            sorted = true;
        }
    }
}
