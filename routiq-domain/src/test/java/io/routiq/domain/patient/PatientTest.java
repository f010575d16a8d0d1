package io.routiq.domain.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "Ada, Abel, Ada Abel",
                "Ada, null, Ada",
                "null, Abel, Abel",
                "null, null, Patient 1001",
                "'', '', Patient 1001",
                "'  ', '\u2003', Patient 1001",
                "' Ada ', ' Abel ', Ada Abel",
                "'', Abel, Abel",
                "Ada Bea, van Abel, Ada Bea van Abel",
            })
    void isNamedByWhatIsKnownElseById(@Nullable String first, @Nullable String last, String name) {
        assertThat(patient(first, last).name()).isEqualTo(name);
    }

    @Test
    void showsNothingPersonalInLogs() {
        assertThat(patient("Ada", "Abel")).hasToString("Patient[1001]");
    }

    private static Patient patient(@Nullable String first, @Nullable String last) {
        Instant at = Instant.parse("2026-01-05T08:30:00Z");
        return new Patient(new PatientId("1001"), first, last, "ada@example.test", "+61491570156", null, null, at, at);
    }
}
