package io.routiq.adapter.cliniko;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a walk through a list goes on, told by what the last records had, never by a page's number. */
sealed interface Position {

    /** Short, for a cursor. */
    String text();

    /** Records with ids above one and not above another, by ascending id. */
    record ById(long after, long upTo) implements Position {
        @Override
        public String text() {
            return "i" + range(after, upTo);
        }
    }

    /**
     * Records from a second on, by ascending time.
     *
     * @param seen ids of that second that were read already
     */
    record FromTime(Time time, long second, List<Long> seen) implements Position {
        public FromTime {
            seen = List.copyOf(seen);
        }

        @Override
        public String text() {
            return "t" + time.letter() + short36(second) + "."
                    + seen.stream().map(Position::short36).collect(Collectors.joining("."));
        }
    }

    /** Records of one second that has more of them than fit on a page, by ranges of ids. */
    record WithinSecond(Time time, long second, long after, long upTo) implements Position {
        @Override
        public String text() {
            return "w" + time.letter() + short36(second) + "." + range(after, upTo);
        }

        WithinSecond narrowed(long newAfter, long newUpTo) {
            return new WithinSecond(time, second, newAfter, newUpTo);
        }
    }

    /** The instants that a list can be walked by. */
    enum Time {
        CREATED,
        UPDATED;

        String member() {
            return name().toLowerCase(Locale.ROOT) + "_at";
        }

        /** The first records from a second on. */
        FromTime start(long second) {
            return new FromTime(this, second, List.of());
        }

        private char letter() {
            return this == CREATED ? 'c' : 'u';
        }

        private static Time of(char letter) {
            return switch (letter) {
                case 'c' -> CREATED;
                case 'u' -> UPDATED;
                default -> throw new IllegalArgumentException("Not a cursor");
            };
        }
    }

    /**
     * Reads what {@link #text} gave.
     *
     * @throws IllegalArgumentException if it cannot have
     */
    static Position parse(String text) {
        if (!text.matches("(i|[tw][cu])[0-9a-z.]{1,2000}")) {
            throw new IllegalArgumentException("Not a cursor");
        }
        boolean byId = text.charAt(0) == 'i';
        @Nullable Time time = byId ? null : Time.of(text.charAt(1));
        List<Long> numbers = Arrays.stream(text.substring(byId ? 1 : 2).split("\\."))
                .map(Position::long36)
                .toList();
        if (time != null && text.charAt(0) == 't') {
            return new FromTime(time, numbers.getFirst(), numbers.subList(1, numbers.size()));
        }
        if (numbers.size() != (byId ? 2 : 3)) {
            throw new IllegalArgumentException("Not a cursor");
        }
        long after = numbers.get(numbers.size() - 2);
        long upTo = numbers.getLast();
        return time == null ? new ById(after, upTo) : new WithinSecond(time, numbers.getFirst(), after, upTo);
    }

    private static String range(long after, long upTo) {
        return short36(after) + "." + short36(upTo);
    }

    private static String short36(long number) {
        return Long.toString(number, Character.MAX_RADIX);
    }

    private static long long36(String text) {
        return Long.parseLong(text, Character.MAX_RADIX);
    }
}
