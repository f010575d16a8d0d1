package io.routiq.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Routiq's main code keeps the rules. */
final class ArchitectureTest {

    static List<Rule> rules() {
        return Rule.all();
    }

    static List<String> modules() {
        return Layout.ROUTIQ.modules();
    }

    static List<Technology> technologies() {
        return Technology.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void keepsTheRule(Rule rule) {
        rule.on(Layout.ROUTIQ).check(Code.ROUTIQ);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modules")
    void hasClassesInEveryModuleThatRulesName(String module) {
        assertThat(Code.ROUTIQ.stream().filter(resideInAPackage(module)))
                .as(module)
                .isNotEmpty();
    }

    /** A layout without homes makes every use a violation, so that a misspelt package shows. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("technologies")
    void usesEveryTechnologyThatHasAHome(Technology technology) {
        assertThat(technology
                        .staysAtHome(new Layout("nowhere"))
                        .evaluate(Code.ROUTIQ)
                        .getFailureReport()
                        .getDetails())
                .as("uses of " + technology)
                .isNotEmpty();
    }

    @Test
    void hasEveryClassThatRulesExempt() {
        assertThat(Code.ROUTIQ.stream().filter(JavaClass::isTopLevelClass).map(JavaClass::getSimpleName))
                .containsAll(ModuleRules.EXPOSED_BY_ADAPTERS)
                .containsAll(OrganizationRules.PORTS_OF_NO_ORGANIZATION)
                .contains(OrganizationRules.MAKER_IN_REST);
    }

    @Test
    void leavesTestsOut() {
        assertThat(Code.ROUTIQ.contain(ArchitectureTest.class)).isFalse();
        assertThat(Code.ROUTIQ.stream().map(JavaClass::getSimpleName)).noneMatch(ArchitectureTest::isNamedLikeATest);
    }

    private static boolean isNamedLikeATest(String name) {
        return Stream.of("Test", "IT", "Contract").anyMatch(name::endsWith);
    }
}
