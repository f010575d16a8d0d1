package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateJooqCodeIT {

    @Test
    void findsTheCheckedInCodeAsTheSchemaIs(@TempDir Path fresh) throws IOException {
        GenerateJooqCode.into(fresh);

        Map<String, String> checkedIn = files(GenerateJooqCode.CHECKED_IN);
        assertThat(checkedIn)
                .as("run %s and check its result in", GenerateJooqCode.class.getName())
                .isNotEmpty()
                .isEqualTo(files(fresh));
    }

    private static Map<String, String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> directory.relativize(file).toString(), GenerateJooqCodeIT::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
