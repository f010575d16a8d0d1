package io.routiq.bootstrap.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One rule of the architecture.
 *
 * @param number by which people speak of it: 3 is R3
 * @param text what holds
 * @param because why it has to
 * @param check the rule for one layout
 */
record Rule(int number, String text, String because, Function<Layout, ArchRule> check) {

    /** All rules, in the order of their numbers. */
    static List<Rule> all() {
        return Stream.of(ModuleRules.ALL, OrganizationRules.ALL, CodeRules.ALL)
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Rule::number))
                .toList();
    }

    ArchRule on(Layout layout) {
        return check.apply(layout).as(toString()).because(because);
    }

    /** What the names of the samples begin with that break this rule. */
    String samplePrefix() {
        return "R%02d".formatted(number);
    }

    @Override
    public String toString() {
        return "R" + number + ": " + text;
    }
}
