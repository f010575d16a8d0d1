package io.routiq.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/** A technology, by its packages, and the only modules that may know it. */
record Technology(String packages, List<Function<Layout, String>> homes) {

    static final List<Technology> ALL = List.of(
            new Technology("org.jooq..", List.of(Layout::persistence)),
            new Technology("org.flywaydb..", List.of(Layout::persistence)),
            new Technology("com.zaxxer.hikari..", List.of(Layout::persistence)),
            new Technology("java.net.http..", List.of(Layout::cliniko)),
            new Technology("jakarta.servlet..", List.of(Layout::rest)),
            new Technology("org.springframework.web..", List.of(Layout::rest)),
            new Technology("org.springframework.security..", List.of(Layout::bootstrap, Layout::rest)),
            new Technology("io.github.bucket4j..", List.of(Layout::rest)),
            new Technology("com.google.crypto.tink..", List.of(Layout::bootstrap)),
            new Technology("com.github.kagkarlsson..", List.of(Layout::bootstrap)));

    ArchRule staysAtHome(Layout layout) {
        String[] homePackages = homes.stream().map(home -> home.apply(layout)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(homePackages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages);
    }

    @Override
    public String toString() {
        return packages;
    }
}
