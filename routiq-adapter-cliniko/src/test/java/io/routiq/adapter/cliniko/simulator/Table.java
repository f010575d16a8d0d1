package io.routiq.adapter.cliniko.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows of one kind with their indexes; what is added here is also added to the union that this table is part of. */
final class Table<R extends Row> {

    private final Map<String, SortedRows<R>> indexes = new LinkedHashMap<>();
    private final SortedRows<R> byId = new SortedRows<>(row -> row.id);
    private final @Nullable Table<? super R> union;
    private boolean holdsDeleted;

    private Table(@Nullable Table<? super R> union) {
        this.union = union;
        indexes.put("id", byId);
        indexes.put("created_at", new SortedRows<>(row -> row.createdAt));
        indexes.put("updated_at", new SortedRows<>(row -> row.updatedAt));
    }

    static <R extends Row> Table<R> plain() {
        return new Table<>(null);
    }

    static <R extends BookingRow> Table<R> ofBookings(@Nullable Table<? super R> union) {
        Table<R> table = new Table<>(union);
        table.indexes.put("starts_at", new SortedRows<>(row -> row.startsAt));
        return table;
    }

    Optional<SortedRows<R>> index(String column) {
        return Optional.ofNullable(indexes.get(column));
    }

    Map<String, SortedRows<R>> indexes() {
        return indexes;
    }

    int size() {
        return byId.size();
    }

    Optional<R> find(long id) {
        int position = byId.firstAtLeast(id);
        return position < byId.size() && byId.get(position).id == id
                ? Optional.of(byId.get(position))
                : Optional.empty();
    }

    /** In the order of their ids. */
    List<R> all() {
        int from = byId.firstAtLeast(Long.MIN_VALUE);
        List<R> all = new ArrayList<>(byId.size());
        for (int position = from; position < byId.size(); position++) {
            all.add(byId.get(position));
        }
        return all;
    }

    void add(R row) {
        holdsDeleted |= row.deletedAt != Row.NONE;
        indexes.values().forEach(index -> index.add(row));
        if (union != null) {
            union.add(row);
        }
    }

    void addAll(Collection<? extends R> rows) {
        indexes.values().forEach(index -> index.addAll(rows));
        if (union != null) {
            union.addAll(rows);
        }
    }

    /** Whether a deleted row was ever here; while not, nobody needs to look for one. */
    boolean holdsDeleted() {
        return holdsDeleted;
    }

    void remove(R row) {
        indexes.values().forEach(index -> index.remove(row));
        if (union != null) {
            union.remove(row);
        }
    }

    /** Changes a row and keeps every index right. */
    void change(R row, Consumer<? super R> change) {
        remove(row);
        change.accept(row);
        add(row);
    }

    /** The same for many rows at once. */
    void changeAll(Collection<? extends R> rows, Consumer<? super R> change) {
        rows.forEach(change);
        disturb();
    }

    private void disturb() {
        indexes.values().forEach(SortedRows::disturb);
        if (union != null) {
            union.disturb();
        }
    }
}
