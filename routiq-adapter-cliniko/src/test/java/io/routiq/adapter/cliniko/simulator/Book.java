package io.routiq.adapter.cliniko.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** What can happen to a record of any kind. Each change carries the simulator's time. */
abstract class Book<R extends Row> {

    final Store store;
    final Table<R> table;

    Book(Store store, Table<R> table) {
        this.store = store;
        this.table = table;
    }

    /** Hides the record from lists; what it says stays. */
    public void archive(long id) {
        hide(id, row -> row.archivedAt = store.now());
    }

    public void unarchive(long id) {
        hide(id, row -> row.archivedAt = Row.NONE);
    }

    /** Erases the record: only its id and the time are left, and those are rarely shown. */
    public void delete(long id) {
        change(id, row -> row.deletedAt = store.now());
    }

    /** A background job moves {@code updated_at} and nothing else. */
    public void touch(long id) {
        change(id, row -> {});
    }

    /** The same for the first so many records, all in one second. */
    public void touchMany(int howMany) {
        store.locked(() -> {
            List<R> some = table.all();
            long now = store.now();
            table.changeAll(some.subList(0, Math.min(howMany, some.size())), row -> row.stamp(now));
        });
    }

    /** Ids of all records that are not deleted, hidden ones included, ascending. */
    public List<Long> ids() {
        return store.locked(() -> {
            List<Long> ids = new ArrayList<>(table.size());
            table.all().stream().filter(row -> row.deletedAt == Row.NONE).forEach(row -> ids.add(row.id));
            return ids;
        });
    }

    final void change(long id, Consumer<? super R> change) {
        store.locked(() -> table.change(get(id), row -> {
            change.accept(row);
            row.stamp(store.now());
        }));
    }

    final void hide(long id, Consumer<? super R> change) {
        store.locked(() -> table.change(get(id), row -> {
            change.accept(row);
            if (store.is(Switch.HIDING_MOVES_UPDATED_AT, Choice.YES)) {
                row.stamp(store.now());
            }
        }));
    }

    final R get(long id) {
        return table.find(id).orElseThrow(() -> new NoSuchElementException("no record " + id));
    }
}
