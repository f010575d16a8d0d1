package io.routiq.domain.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    private static final String LONGEST = "1234567890123456789012345678901234567890123456789012345678901234";

    @ParameterizedTest
    @ValueSource(strings = {"1", "9223372036854775807", "0007", LONGEST})
    void keepTheirTextAsItIs(String value) {
        assertThat(PatientId.isValid(value)).isTrue();
        assertThat(new PatientId(value)).hasToString(value);
        assertThat(new AppointmentId(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", LONGEST + "5"})
    void refuseBlankAndOverlongText(String value) {
        assertThat(PatientId.isValid(value)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new PatientId(value));
        assertThatIllegalArgumentException().isThrownBy(() -> new AppointmentId(value));
    }
}
