package io.routiq.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules are complete, say what they mean, and bite. */
final class RulesTest {

    /** ArchUnit begins each line of a violation with the class or member to blame, in angle brackets. */
    private static final Pattern BLAMED = Pattern.compile(
            "^[^<\\n]*<" + Pattern.quote(Layout.SAMPLES.root()) + "[.a-z]*\\.([A-Z][\\w$]*)", Pattern.MULTILINE);

    static List<Rule> rules() {
        return Rule.all();
    }

    @Test
    void areFifteenInOrder() {
        assertThat(Rule.all())
                .extracting(Rule::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 15).boxed().toList());
    }

    @Test
    void eachSayDifferentThings() {
        assertThat(Rule.all()).extracting(Rule::text).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(Rule.all()).extracting(Rule::because).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void sayWhatHoldsAndWhy(Rule rule) {
        assertThat(rule.on(Layout.ROUTIQ).getDescription())
                .isEqualTo("R%d: %s, because %s", rule.number(), rule.text(), rule.because());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void blameTheirSamplesAndNothingElse(Rule rule) {
        List<String> violations = rule.on(Layout.SAMPLES)
                .evaluate(Code.SAMPLES)
                .getFailureReport()
                .getDetails();

        Set<String> blamed = violations.stream()
                .flatMap(violation -> BLAMED.matcher(violation).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(blamed).isNotEmpty().isEqualTo(samplesThatBreak(rule));
    }

    /** Where a sample holds several nested ones, each of these has to be blamed. */
    private static Set<String> samplesThatBreak(Rule rule) {
        Set<JavaClass> samples = Code.SAMPLES.stream()
                .filter(sample -> nameBelowPackage(sample).startsWith(rule.samplePrefix()))
                .collect(Collectors.toSet());
        Set<JavaClass> holders = samples.stream()
                .flatMap(sample -> sample.getEnclosingClass().stream())
                .collect(Collectors.toSet());
        return samples.stream()
                .filter(sample -> !holders.contains(sample))
                .map(RulesTest::nameBelowPackage)
                .collect(Collectors.toSet());
    }

    private static String nameBelowPackage(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1);
    }
}
