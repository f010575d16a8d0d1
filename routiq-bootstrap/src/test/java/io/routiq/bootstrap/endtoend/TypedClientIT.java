package io.routiq.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.routiq.bootstrap.sandbox.Product;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A frontend team works from {@code /openapi.json} alone: their tools make types of it that fit a sample program. */
@ExtendWith(RunningProduct.class)
class TypedClientIT {

    private static final Path DIRECTORY = Path.of("target", "typed-client").toAbsolutePath();
    private static final List<String> TOOLS =
            List.of("openapi-typescript@7.13.0", "openapi-fetch@0.17.0", "typescript@5.9.3");

    private final Product product;

    TypedClientIT(Product product) {
        this.product = product;
    }

    @Test
    void typesASampleProgramOfTheDocumentsUseCases() throws IOException, InterruptedException {
        Files.createDirectories(DIRECTORY);
        Files.writeString(
                DIRECTORY.resolve("openapi.json"),
                Client.nobody(product).get("/openapi.json").text());
        for (String file : List.of("package.json", "tsconfig.json", "sample.ts")) {
            try (InputStream source = Objects.requireNonNull(getClass().getResourceAsStream("/typed-client/" + file))) {
                Files.write(DIRECTORY.resolve(file), source.readAllBytes());
            }
        }
        assumeTrue(run("npm", "--version").ok(), "No npm here: no client was generated");
        List<String> install =
                new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts"));
        install.addAll(TOOLS);
        Ended installed = run(install.toArray(String[]::new));
        assumeTrue(installed.ok(), "npm could not install its packages: no client was generated");

        Ended generated = run("npx", "--no-install", "openapi-typescript", "openapi.json", "--output", "routiq.d.ts");
        assertThat(generated.ok()).as(generated.output()).isTrue();
        Ended checked = run("npx", "--no-install", "tsc", "--noEmit", "--project", ".");
        assertThat(checked.ok()).as(checked.output()).isTrue();
    }

    private record Ended(boolean ok, String output) {}

    private static Ended run(String... command) throws InterruptedException {
        Path log = DIRECTORY.resolve("output.log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(DIRECTORY.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(3, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            return new Ended(ended && process.exitValue() == 0, Files.readString(log));
        } catch (IOException absent) {
            return new Ended(false, absent.toString());
        }
    }
}
