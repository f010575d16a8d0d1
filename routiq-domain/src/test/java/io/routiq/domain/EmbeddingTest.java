package io.routiq.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another project can embed the domain with nothing but {@code java.base}. */
class EmbeddingTest {

    private static final Path PROJECT = Path.of(System.getProperty("basedir", ""));
    private static final Path CLASSES = PROJECT.resolve("target/classes");

    @Test
    void requiresJavaBaseAndForCompilersOnlyJSpecify() {
        assertThat(descriptor().requires())
                .extracting(Requires::name, Requires::modifiers)
                .containsExactlyInAnyOrder(
                        tuple("java.base", Set.of(Requires.Modifier.MANDATED)),
                        tuple("org.jspecify", Set.of(Requires.Modifier.STATIC)));
    }

    @Test
    void exportsAllItsPackagesToEverybody() {
        assertThat(descriptor().exports()).noneMatch(ModuleDescriptor.Exports::isQualified);
        assertThat(descriptor().exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(descriptor().packages());
    }

    @Test
    void usesNoClassOutsideOfJavaBase() {
        assertThat(run("jdeps", "--ignore-missing-deps", "--print-module-deps", CLASSES.toString()))
                .isEqualToIgnoringNewLines("java.base");
    }

    @Test
    void runsTheReadmesExampleOnJavaBaseAlone(@TempDir Path consumer) throws IOException, InterruptedException {
        Path example = consumer.resolve("src/consumer/Example.java");
        Files.createDirectories(example.getParent());
        Files.writeString(example, "package consumer;\n" + readme("java"));
        Path descriptor = consumer.resolve("src/module-info.java");
        Files.writeString(descriptor, "module consumer { requires io.routiq.domain; }");
        Path compiled = consumer.resolve("classes");

        String warnings = run(
                "javac",
                "--release",
                "17",
                "--limit-modules",
                "io.routiq.domain",
                "--module-path",
                CLASSES.toString(),
                "-d",
                compiled.toString(),
                descriptor.toString(),
                example.toString());

        assertThat(warnings).isEmpty();
        assertThat(java(
                        "--limit-modules", "io.routiq.domain,consumer",
                        "--module-path", CLASSES + File.pathSeparator + compiled,
                        "--module", "consumer/consumer.Example"))
                .isEqualToNormalizingNewlines(readme("text"));
    }

    @Test
    void tellsInItsReadmeThePresentVersion() throws IOException {
        assertThat(descriptor().rawVersion()).isPresent();
        assertThat(readme("xml"))
                .contains("<version>" + descriptor().rawVersion().get() + "</version>");
    }

    private static ModuleDescriptor descriptor() {
        return ModuleFinder.of(CLASSES).find("io.routiq.domain").orElseThrow().descriptor();
    }

    /** The README's one block of that language. */
    private static String readme(String language) throws IOException {
        String text = Files.readString(PROJECT.resolve("README.md"));
        List<MatchResult> blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .toList();
        assertThat(blocks).hasSize(1);
        return blocks.getFirst().group(1);
    }

    private static String run(String tool, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int exit = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
        assertThat(exit).as(said::toString).isZero();
        return said.toString();
    }

    private static String java(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(List.of(arguments));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
