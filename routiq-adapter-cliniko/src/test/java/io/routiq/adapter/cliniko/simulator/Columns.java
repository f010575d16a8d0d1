package io.routiq.adapter.cliniko.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Collects a resource's filterable columns; what is not named here is "not filterable". */
final class Columns<R extends Row> {

    private final Map<String, Column<R>> columns = new LinkedHashMap<>();

    Columns() {
        numeric("id", row -> row.id);
        moment("created_at", row -> row.createdAt);
        moment("updated_at", row -> row.updatedAt);
    }

    Columns<R> archivable() {
        return moment("archived_at", row -> row.archivedAt);
    }

    Columns<R> cancellable() {
        return moment("cancelled_at", row -> row.cancelledAt);
    }

    Columns<R> deletable() {
        return moment("deleted_at", row -> row.deletedAt);
    }

    Columns<R> moment(String name, ToLongFunction<R> value) {
        return add(new Column.Moment<>(name, value));
    }

    Columns<R> day(String name, ToLongFunction<R> value) {
        return add(new Column.Day<>(name, value));
    }

    Columns<R> numeric(String name, ToLongFunction<R> value) {
        return add(new Column.Numeric<>(name, value));
    }

    Columns<R> text(String name, Function<R, @Nullable String> value) {
        return add(new Column.Text<>(name, value));
    }

    Columns<R> flag(String name, Function<R, @Nullable Boolean> value) {
        return add(new Column.Flag<>(name, value));
    }

    Columns<R> elements(String name, Function<R, List<String>> value) {
        return add(new Column.Elements<>(name, value));
    }

    Map<String, Column<R>> map() {
        return columns;
    }

    private Columns<R> add(Column<R> column) {
        columns.put(column.name(), column);
        return this;
    }
}
