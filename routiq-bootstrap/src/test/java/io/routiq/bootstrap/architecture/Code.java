package io.routiq.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;

/** What the rules are held against, read once. */
final class Code {

    /** The main output of every module; tests reach the class path as directories or as jars. */
    static final JavaClasses ROUTIQ = new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(Layout.ROUTIQ.root());

    static final JavaClasses SAMPLES = new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS)
            .withImportOption(location -> !location.contains("/architecture/samples/tests/"))
            .importPackages(Layout.SAMPLES.root());

    private Code() {}
}
