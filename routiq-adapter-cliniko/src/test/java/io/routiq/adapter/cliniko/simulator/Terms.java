package io.routiq.adapter.cliniko.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/** Reads the terms of {@code q[]}, each operator only where the column's type has it. */
final class Terms {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Pattern DAY = Pattern.compile("[\\d*]{4}-[\\d*]{2}-[\\d*]{2}");

    private final SimulatorSwitches switches;

    Terms(SimulatorSwitches switches) {
        this.switches = switches;
    }

    <R extends Row> Criterion<R> read(String term, Map<String, Column<R>> columns) {
        int colon = term.indexOf(':');
        String field = colon < 0 ? term : term.substring(0, colon);
        Column<R> column = columns.get(field);
        if (column == null) {
            throw Refusal.badRequest(field + " is not filterable");
        }
        String condition = colon < 0 ? "" : term.substring(colon + 1);
        if (column instanceof Column.Day<R> day && DAY.matcher(condition).matches()) {
            return day(day, Operator.EQUAL, condition);
        }
        Operator operator = Operator.leading(condition).orElseThrow(() -> unsupported(field, condition));
        String value = condition.substring(operator.symbol.length());
        return switch (column) {
            case Column.Moment<R> moment -> moment(moment, operator, value);
            case Column.Day<R> day -> day(day, operator, value);
            case Column.Numeric<R> numeric -> numeric(numeric, operator, value);
            case Column.Text<R> text -> text(text, operator, value);
            case Column.Flag<R> flag -> flag(flag, operator, value);
            case Column.Elements<R> elements -> {
                only(operator, field, Operator.CONTAINS);
                yield Criterion.of(field, row -> elements.value().apply(row).contains(value));
            }
        };
    }

    private <R extends Row> Criterion<R> moment(Column.Moment<R> column, Operator operator, String value) {
        if (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL) {
            throw unsupported(column.name(), operator.symbol);
        }
        return switch (operator) {
            case ANY -> Criterion.any(column.name());
            case IS_NULL, NOT_NULL -> nullness(column.name(), column.value(), operator);
            default -> range(column.name(), column.value(), operator, instant(column.name(), value));
        };
    }

    private static <R extends Row> Criterion<R> day(Column.Day<R> column, Operator operator, String value) {
        if (operator == Operator.IS_NULL || operator == Operator.NOT_NULL) {
            return nullness(column.name(), column.value(), operator);
        }
        if (value.indexOf('*') >= 0 && operator == Operator.EQUAL) {
            Pattern digits = Pattern.compile(value.replace("*", "\\d"));
            return Criterion.numbers(
                    column.name(),
                    column.value(),
                    day -> day != Row.NONE
                            && digits.matcher(LocalDate.ofEpochDay(day).toString())
                                    .matches());
        }
        try {
            return range(
                    column.name(),
                    column.value(),
                    operator,
                    LocalDate.parse(value).toEpochDay());
        } catch (DateTimeParseException notADay) {
            throw Refusal.badRequest("Filter value for " + column.name() + " must be a date");
        }
    }

    private <R extends Row> Criterion<R> numeric(Column.Numeric<R> column, Operator operator, String value) {
        String name = column.name();
        if (operator == Operator.IS_NULL || operator == Operator.NOT_NULL) {
            return nullness(name, column.value(), operator);
        }
        if (operator == Operator.NOT_EQUAL) {
            long unwanted = number(name, value);
            return Criterion.numbers(name, column.value(), actual -> actual != unwanted);
        }
        if (operator == Operator.EQUAL && value.indexOf(',') >= 0) {
            if (!switches.is(Switch.NUMBER_LISTS, Choice.HONOURED)) {
                throw mustBeANumber(name);
            }
            List<Long> wanted = Arrays.stream(value.split(",", -1))
                    .map(each -> number(name, each))
                    .distinct()
                    .sorted()
                    .toList();
            return Criterion.among(name, column.value(), wanted);
        }
        return range(name, column.value(), operator, number(name, value));
    }

    private static <R extends Row> Criterion<R> text(Column.Text<R> column, Operator operator, String value) {
        only(
                operator,
                column.name(),
                Operator.EQUAL,
                Operator.NOT_EQUAL,
                Operator.CONTAINS,
                Operator.LIKE,
                Operator.IS_NULL,
                Operator.NOT_NULL);
        String wanted = value.toLowerCase(Locale.ROOT);
        Pattern like = Pattern.compile(
                Arrays.stream(value.split("%", -1))
                        .map(Pattern::quote)
                        .reduce((a, b) -> a + ".*" + b)
                        .orElse(""),
                Pattern.CASE_INSENSITIVE);
        return Criterion.of(column.name(), row -> {
            String actual = column.value().apply(row);
            if (actual == null) {
                return operator == Operator.IS_NULL || operator == Operator.NOT_EQUAL;
            }
            return switch (operator) {
                case EQUAL -> actual.equalsIgnoreCase(value);
                case NOT_EQUAL -> !actual.equalsIgnoreCase(value);
                case CONTAINS -> actual.toLowerCase(Locale.ROOT).contains(wanted);
                case LIKE -> like.matcher(actual).matches();
                default -> operator == Operator.NOT_NULL;
            };
        });
    }

    private static <R extends Row> Criterion<R> flag(Column.Flag<R> column, Operator operator, String value) {
        only(operator, column.name(), Operator.EQUAL, Operator.NOT_EQUAL);
        if (!value.equals("true") && !value.equals("false")) {
            throw Refusal.badRequest("Filter value for " + column.name() + " must be true or false");
        }
        boolean wanted = value.equals("true");
        return Criterion.of(
                column.name(),
                row -> Objects.equals(column.value().apply(row), wanted) == (operator == Operator.EQUAL));
    }

    private static <R extends Row> Criterion<R> range(
            String name, ToLongFunction<R> column, Operator operator, long value) {
        // A null matches no comparison; it is stored as the smallest number.
        return switch (operator) {
            case AT_LEAST -> Criterion.between(name, column, value, Long.MAX_VALUE);
            case ABOVE ->
                value == Long.MAX_VALUE
                        ? Criterion.among(name, column, List.of())
                        : Criterion.between(name, column, value + 1, Long.MAX_VALUE);
            case AT_MOST -> Criterion.between(name, column, Row.NONE + 1, value);
            case BELOW -> Criterion.between(name, column, Row.NONE + 1, value - 1);
            case EQUAL -> Criterion.between(name, column, value, value);
            default -> throw unsupported(name, operator.symbol);
        };
    }

    private static <R extends Row> Criterion<R> nullness(String name, ToLongFunction<R> column, Operator operator) {
        boolean wantsNull = operator == Operator.IS_NULL;
        return Criterion.numbers(name, column, value -> (value == Row.NONE) == wantsNull);
    }

    private static long instant(String name, String value) {
        if (!MOMENT.matcher(value).matches()) {
            throw Refusal.badRequest("Filter value for " + name + " must be a date time");
        }
        try {
            return Instant.parse(value).getEpochSecond();
        } catch (DateTimeParseException notAnInstant) {
            throw Refusal.badRequest("Filter value for " + name + " must be a date time");
        }
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException notANumber) {
            throw mustBeANumber(name);
        }
    }

    private static Refusal mustBeANumber(String name) {
        return Refusal.badRequest("Filter value for " + name + " must be a number");
    }

    private static void only(Operator operator, String field, Operator... allowed) {
        if (!Arrays.asList(allowed).contains(operator)) {
            throw unsupported(field, operator.symbol);
        }
    }

    private static Refusal unsupported(String field, String operator) {
        return Refusal.badRequest("Filter operator " + operator + " is not supported for " + field);
    }
}
