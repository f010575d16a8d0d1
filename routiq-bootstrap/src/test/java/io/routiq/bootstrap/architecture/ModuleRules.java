package io.routiq.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may know whom: the rules about modules, features and technologies. */
final class ModuleRules {

    static final Set<String> EXPOSED_BY_ADAPTERS = Set.of(
            "RestConfiguration",
            "RestSettings",
            "TaggedCompression",
            "PersistenceConfiguration",
            "PersistenceSettings",
            "Cliniko",
            "ClinikoSettings");

    static final List<Rule> ALL = List.of(
            new Rule(
                    1,
                    "the domain depends on java.., itself and JSpecify only",
                    "other teams embed it, and a rule of the business must not change with a library",
                    layout -> classes()
                            .that()
                            .resideInAPackage(layout.domain())
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage("java..", "org.jspecify..", layout.domain())),
            new Rule(
                    2,
                    "the application depends on java.., the domain, itself and JSpecify only",
                    "a use case names what it needs by a port, so that any technology can be on the other side",
                    layout -> classes()
                            .that()
                            .resideInAPackage(layout.application())
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage("java..", "org.jspecify..", layout.domain(), layout.application())),
            new Rule(
                    3,
                    "adapters do not know each other",
                    "each can be replaced alone only while what they share is the core",
                    layout -> slices().matching(layout.root() + ".adapter.(*)..")
                            .should()
                            .notDependOnEachOther()),
            new Rule(
                    4,
                    "nothing depends on bootstrap",
                    "it knows every module, so whoever knows it knows everything",
                    layout -> noClasses()
                            .that()
                            .resideOutsideOfPackage(layout.bootstrap())
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(layout.bootstrap())),
            new Rule(
                    5,
                    "every technology has one home",
                    "a library that is used in one place can be replaced in one place",
                    layout -> allOf(Technology.ALL.stream().map(technology -> technology.staysAtHome(layout)))),
            new Rule(
                    6,
                    "adapters show their configuration, settings and factory only",
                    "what nobody outside can name can be changed without asking anybody",
                    layout -> classes()
                            .that()
                            .resideInAPackage(layout.adapters())
                            .and()
                            .resideOutsideOfPackage(layout.generated())
                            .and()
                            .areTopLevelClasses()
                            .and()
                            .arePublic()
                            .should(be(exposedOrShared(layout)))),
            new Rule(
                    14,
                    "features form no cycle",
                    "features that need each other are one feature, and can only be understood as one",
                    layout -> allOf(Stream.of(".domain.(*)..", ".application.(*)..", ".adapter.(*).(*)..")
                            .map(features -> slices().matching(layout.root() + features)
                                    .should()
                                    .beFreeOfCycles()))),
            new Rule(
                    15,
                    "main code does not know the sandbox, the simulator or any test",
                    "the production jar holds nothing that is there for trying and testing",
                    layout -> allOf(Stream.of(
                            noClasses()
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(layout.root() + "..sandbox..", layout.root() + "..simulator.."),
                            classes().should(dependOnCheckedClassesOnly(layout))))));

    private ModuleRules() {}

    private static ArchRule allOf(Stream<ArchRule> rules) {
        return CompositeArchRule.of(rules.toList());
    }

    private static DescribedPredicate<JavaClass> exposedOrShared(Layout layout) {
        return describe(
                "exposed on purpose or used by another package of their adapter",
                type -> EXPOSED_BY_ADAPTERS.contains(type.getSimpleName()) || isShared(type, layout));
    }

    /** Adapters do not know each other (R3), so another package of any adapter is one of the same. */
    private static boolean isShared(JavaClass type, Layout layout) {
        return type.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .filter(resideInAPackage(layout.adapters()))
                .anyMatch(user -> !user.getPackageName().equals(type.getPackageName()));
    }

    /** The classes under check are all the main code there is: what else bears our name is a test's. */
    private static ArchCondition<JavaClass> dependOnCheckedClassesOnly(Layout layout) {
        return new ArchCondition<>("depend on no class of ours but main code") {

            private final Set<JavaClass> mainCode = new HashSet<>();

            @Override
            public void init(Collection<JavaClass> checked) {
                mainCode.addAll(checked);
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isTest(dependency.getTargetClass().getBaseComponentType()))
                        .map(dependency -> SimpleConditionEvent.violated(dependency, dependency.getDescription()))
                        .forEach(events::add);
            }

            private boolean isTest(JavaClass type) {
                return resideInAPackage(layout.everything()).test(type) && !mainCode.contains(type);
            }
        };
    }
}
