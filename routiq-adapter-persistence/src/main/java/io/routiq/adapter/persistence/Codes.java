package io.routiq.adapter.persistence;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Enum constants as the tables hold them: the name in lower case. */
final class Codes {

    private Codes() {}

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String[] codes(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Codes::code).sorted().toArray(String[]::new);
    }

    static <E extends Enum<E>> E parse(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }

    static <E extends Enum<E>> Set<E> parse(Class<E> type, String[] codes) {
        Set<E> constants = EnumSet.noneOf(type);
        Arrays.stream(codes).map(code -> parse(type, code)).forEach(constants::add);
        return constants;
    }
}
