package io.routiq.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.Set;

/** How organizations are kept apart: the rules about {@code OrganizationId}. */
final class OrganizationRules {

    /**
     * A probe asks how the installation is, not how one organization is; several organizations may have configured the
     * same key, whose requests spend from one window; cleanup and migration are for all at once.
     */
    static final Set<String> PORTS_OF_NO_ORGANIZATION =
            Set.of("HealthProbe", "RequestWindows", "OldRecords", "SchemaMigrations");

    /** The one class that takes the organization from a request, having compared token, header and path. */
    static final String MAKER_IN_REST = "Guard";

    static final List<Rule> ALL = List.of(
            new Rule(
                    7,
                    "every method of a port takes the OrganizationId first",
                    "what reaches data or a practice system must not be able to forget for whom",
                    layout -> methods()
                            .that()
                            .areDeclaredInClassesThat(arePorts(layout))
                            .and()
                            .areNotStatic()
                            .and()
                            .areNotPrivate()
                            .should(have(theOrganizationFirst(layout)))),
            new Rule(
                    8,
                    "only " + MAKER_IN_REST + " makes an OrganizationId in the REST adapter",
                    "an organization that a route took from its request unchecked would open another's data",
                    layout -> noClasses()
                            .that()
                            .resideInAPackage(layout.rest())
                            .and()
                            .doNotHaveSimpleName(MAKER_IN_REST)
                            .should()
                            .accessTargetWhere(makesAnOrganizationId(layout))));

    private OrganizationRules() {}

    /** Sealed interfaces are answers; every other interface of the application waits for somebody outside. */
    private static DescribedPredicate<JavaClass> arePorts(Layout layout) {
        return resideInAPackage(layout.application())
                .and(describe(
                        "are ports of an organization",
                        type -> type.isInterface()
                                && !type.isSealed()
                                && !PORTS_OF_NO_ORGANIZATION.contains(type.getSimpleName())));
    }

    private static DescribedPredicate<JavaMethod> theOrganizationFirst(Layout layout) {
        return describe(
                "an OrganizationId as first parameter",
                method -> method.getRawParameterTypes().stream()
                        .findFirst()
                        .filter(first -> first.getName().equals(layout.organizationId()))
                        .isPresent());
    }

    private static DescribedPredicate<JavaAccess<?>> makesAnOrganizationId(Layout layout) {
        return describe(
                "an OrganizationId is made",
                access -> access.getTargetOwner().getName().equals(layout.organizationId())
                        && access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME));
    }
}
