package io.routiq.adapter.cliniko.simulator;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A column that may be filtered by; all but lists may be sorted by, too. */
sealed interface Column<R extends Row> {

    String name();

    /** An instant in epoch seconds; takes no {@code =}. */
    record Moment<R extends Row>(String name, ToLongFunction<R> value) implements Column<R> {}

    /** A plain date in epoch days. */
    record Day<R extends Row>(String name, ToLongFunction<R> value) implements Column<R> {}

    /** A number, an id or a coded value. */
    record Numeric<R extends Row>(String name, ToLongFunction<R> value) implements Column<R> {}

    record Text<R extends Row>(String name, Function<R, @Nullable String> value) implements Column<R> {}

    record Flag<R extends Row>(String name, Function<R, @Nullable Boolean> value) implements Column<R> {}

    record Elements<R extends Row>(String name, Function<R, List<String>> value) implements Column<R> {}
}
