package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.cliniko.ClinikoPatient.PhoneNumber;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AU, 0491 570 156, 61491570156, +61491570156",
                "AU, 0491 570 156, -, +61491570156",
                "AU, 0491 570 156, +61491570156, +61491570156",
                "-, 0491 570 156, 61491570156, +61491570156",
                "-, 0491 570 156, -, 0491 570 156",
                "GB, 07700 900123, -, +447700900123",
                "AU, +44 7700 900123, -, +447700900123",
                "AU, (02) 5550 1234, -, +61255501234",
                "AU, 123, -, 123",
                "AU, ask for 5 Orla, -, ask for 5 Orla",
                "AU, -, 61491570156, +61491570156",
                "AU, 0491 570 156, 0491570156, +61491570156"
            })
    void writesNumbersInOneWayWhereItCan(
            @Nullable String country, @Nullable String number, @Nullable String normalized, String expected) {
        assertThat(new PhoneNumbers(country).toCall(List.of(new PhoneNumber(number, normalized, "Home"))))
                .isEqualTo(expected);
    }

    @Test
    void prefersTheFirstMobileNumber() {
        assertThat(call(
                        new PhoneNumber("(02) 5550 1234", null, "Home"),
                        new PhoneNumber("0491 570 156", null, "Mobile"),
                        new PhoneNumber("0491 570 157", null, "Mobile")))
                .isEqualTo("+61491570156");
    }

    @Test
    void passesOverNumbersWithoutADigit() {
        assertThat(call(new PhoneNumber("none", " ", "Mobile"), new PhoneNumber("(02) 5550 1234", null, null)))
                .isEqualTo("+61255501234");
        assertThat(call(new PhoneNumber("none", null, "Mobile"), new PhoneNumber(null, null, "Home")))
                .isNull();
        assertThat(call()).isNull();
    }

    private static @Nullable String call(PhoneNumber... numbers) {
        return new PhoneNumbers("AU").toCall(Arrays.asList(numbers));
    }
}
