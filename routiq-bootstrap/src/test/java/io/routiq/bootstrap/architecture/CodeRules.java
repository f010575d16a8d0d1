package io.routiq.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** How code is written: time, state, answers, exceptions and transactions. */
final class CodeRules {

    /** Exactly these: what extends them says more. */
    private static final DescribedPredicate<JavaClass> TOO_GENERAL = describe(
            "are Exception, RuntimeException or Throwable",
            type -> Set.of(Exception.class.getName(), RuntimeException.class.getName(), Throwable.class.getName())
                    .contains(type.getName()));

    static final List<Rule> ALL = List.of(
            new Rule(
                    9,
                    "nobody but bootstrap asks what time it is",
                    "what is given its time can be asked about any moment, in a test as in a replay",
                    layout -> noClasses()
                            .that()
                            .resideOutsideOfPackage(layout.bootstrap())
                            .should()
                            .accessTargetWhere(tellsTheTime(layout))),
            new Rule(
                    10,
                    "fields of the domain are final",
                    "a value that cannot change can be shared, compared and reasoned about",
                    layout -> fields().that()
                            .areDeclaredInClassesThat()
                            .resideInAPackage(layout.domain())
                            .should()
                            .beFinal()),
            new Rule(
                    11,
                    "use cases do not answer with a boolean",
                    "a refusal has a reason, and whoever calls must not be able to drop it",
                    layout -> methods()
                            .that()
                            .areDeclaredInClassesThat(areUseCases(layout))
                            .and()
                            .arePublic()
                            .should(have(noBooleanInTheirAnswer()))),
            new Rule(
                    12,
                    "nobody throws or declares Exception, RuntimeException or Throwable",
                    "who catches these catches everything, including what they know nothing about",
                    layout -> CompositeArchRule.of(noClasses().should().accessTargetWhere(makesATooGeneralThrowable()))
                            .and(noCodeUnits()
                                    .that()
                                    // Bridges repeat what the method of their interface declares.
                                    .doNotHaveModifier(JavaModifier.SYNTHETIC)
                                    .should()
                                    .declareThrowableOfType(TOO_GENERAL))),
            new Rule(
                    13,
                    "nobody uses @Transactional",
                    "Transactions.within is the one door to the database, and it is opened for an organization",
                    layout -> noClasses().should().dependOnClassesThat().haveSimpleName("Transactional")));

    private CodeRules() {}

    /** Any {@code now()}, a library's too. {@code System.nanoTime} tells no time, and Error Prone refuses {@code Date}. */
    private static DescribedPredicate<JavaAccess<?>> tellsTheTime(Layout layout) {
        return describe("somebody is asked for the time", access -> {
            JavaClass asked = access.getTargetOwner();
            return switch (access.getTarget().getName()) {
                case "now" -> !resideInAPackage(layout.everything()).test(asked);
                case "currentTimeMillis" -> asked.isEquivalentTo(System.class);
                case "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes" ->
                    asked.isAssignableTo(InstantSource.class);
                default -> false;
            };
        });
    }

    /** Use cases are made with their ports; what has static methods only is a calculation. */
    private static DescribedPredicate<JavaClass> areUseCases(Layout layout) {
        return resideInAPackage(layout.application())
                .and(describe(
                        "are use cases",
                        type -> type.isTopLevelClass()
                                && type.getModifiers().containsAll(Set.of(JavaModifier.PUBLIC, JavaModifier.FINAL))
                                && !type.isRecord()
                                && !type.isEnum()
                                && !type.isAssignableTo(Throwable.class)
                                && type.getConstructors().stream()
                                        .anyMatch(made -> made.getModifiers().contains(JavaModifier.PUBLIC))));
    }

    private static DescribedPredicate<JavaMethod> noBooleanInTheirAnswer() {
        return describe(
                "no boolean in their answer",
                method -> method.getReturnType().getAllInvolvedRawTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(boolean.class) || type.isEquivalentTo(Boolean.class)));
    }

    private static DescribedPredicate<JavaAccess<?>> makesATooGeneralThrowable() {
        return describe(
                "an Exception, RuntimeException or Throwable is made",
                access -> access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                        && TOO_GENERAL.test(access.getTargetOwner())
                        && !callsItsSuperclass(access));
    }

    private static boolean callsItsSuperclass(JavaAccess<?> access) {
        return access.getOrigin().isConstructor()
                && access.getOriginOwner()
                        .getRawSuperclass()
                        .filter(access.getTargetOwner()::equals)
                        .isPresent();
    }
}
