package io.routiq.adapter.cliniko.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code sort} and {@code order} ask for, and what happens between equals.
 *
 * @param salt by which shuffled rows are shuffled
 */
record Order<R extends Row>(List<Key<R>> keys, Choice ties, long salt) {

    record Key<R extends Row>(Column<R> column, boolean descending) {}

    static <R extends Row> Order<R> read(
            Parameters parameters, Map<String, Column<R>> columns, SimulatorSwitches switches) {
        boolean reversed = parameters.first("order").filter("desc"::equals).isPresent();
        List<Key<R>> keys = new ArrayList<>();
        for (String part : parameters.first("sort").orElse("").split(",", -1)) {
            if (!part.isEmpty()) {
                String name = part.replaceFirst(":(asc|desc)$", "");
                boolean descending = part.endsWith(":desc") || (reversed && !part.endsWith(":asc"));
                sortable(name, columns, switches).ifPresent(column -> keys.add(new Key<>(column, descending)));
            }
        }
        if (keys.isEmpty()) {
            columns.values().stream()
                    .filter(column -> column.name().equals("created_at"))
                    .forEach(column -> keys.add(new Key<>(column, reversed)));
        }
        return new Order<>(keys, switches.get(Switch.TIES), switches.shuffle() | 1);
    }

    /** Whether an index on this column gives exactly this order, forwards or backwards. */
    Optional<Key<R>> byOneIndex() {
        Key<R> lead = keys.getFirst();
        if (lead.column().name().equals("id")) {
            return Optional.of(lead);
        }
        boolean idIsSecond = keys.size() == 2 && keys.get(1).column().name().equals("id");
        if (idIsSecond) {
            return keys.get(1).descending() == lead.descending() ? Optional.of(lead) : Optional.empty();
        }
        boolean tiesFit = ties == (lead.descending() ? Choice.BY_ID_DESCENDING : Choice.BY_ID);
        return keys.size() == 1 && tiesFit ? Optional.of(lead) : Optional.empty();
    }

    Comparator<R> comparator() {
        Comparator<R> order = keys.stream()
                .map(key -> key.descending() ? comparing(key.column()).reversed() : comparing(key.column()))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        return order.thenComparing(
                switch (ties) {
                    case BY_ID_DESCENDING ->
                        Comparator.comparingLong((R row) -> row.id).reversed();
                    case SHUFFLED -> shuffled();
                    default -> Comparator.comparingLong(row -> row.id);
                });
    }

    /** Another order with each request, as a database without a tie-breaker may give it. */
    private Comparator<R> shuffled() {
        return Comparator.comparingLong(row -> (row.id ^ (salt >>> 7)) * salt);
    }

    private static <R extends Row> Comparator<R> comparing(Column<R> column) {
        return switch (column) {
            case Column.Moment<R> moment -> Comparator.comparingLong(moment.value());
            case Column.Day<R> day -> Comparator.comparingLong(day.value());
            case Column.Numeric<R> numeric -> Comparator.comparingLong(numeric.value());
            case Column.Text<R> text -> nullsFirst(text.value());
            case Column.Flag<R> flag -> nullsFirst(flag.value());
            case Column.Elements<R> elements -> throw new IllegalStateException(elements.name());
        };
    }

    private static <R extends Row, T extends Comparable<T>> Comparator<R> nullsFirst(
            Function<R, ? extends @Nullable T> value) {
        return (left, right) -> {
            T one = value.apply(left);
            T other = value.apply(right);
            if (one == null || other == null) {
                return Boolean.compare(one != null, other != null);
            }
            return one.compareTo(other);
        };
    }

    private static <R extends Row> Optional<Column<R>> sortable(
            String name, Map<String, Column<R>> columns, SimulatorSwitches switches) {
        Column<R> column = columns.get(name);
        Choice policy = column == null || column instanceof Column.Elements
                ? switches.get(Switch.SORT_BY_UNKNOWN)
                : name.equals("id") ? switches.get(Switch.SORT_BY_ID) : Choice.HONOURED;
        return switch (policy) {
            case REFUSED -> throw Refusal.badRequest(name + " is not sortable");
            case IGNORED -> Optional.empty();
            default -> Optional.ofNullable(column);
        };
    }
}
