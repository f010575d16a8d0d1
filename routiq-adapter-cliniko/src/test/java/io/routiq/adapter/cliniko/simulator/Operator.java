package io.routiq.adapter.cliniko.simulator;

import java.util.Arrays;
import java.util.Optional;

/** The operators of {@code q[]=field:OPvalue}; the longer symbols come first, so that they win. */
enum Operator {
    IS_NULL("!?"),
    NOT_EQUAL("!="),
    AT_LEAST(">="),
    AT_MOST("<="),
    LIKE("~~"),
    EQUAL("="),
    ABOVE(">"),
    BELOW("<"),
    CONTAINS("~"),
    NOT_NULL("?"),
    ANY("*");

    final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    static Optional<Operator> leading(String text) {
        return Arrays.stream(values())
                .filter(operator -> text.startsWith(operator.symbol))
                .findFirst();
    }
}
