package io.routiq.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"org_123", "a", "A-b_9", "1234567890123456789012345678901234567890123456789012345678901234"})
    void takesLettersDigitsUnderscoresAndHyphens(String value) {
        assertThat(new OrganizationId(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "org 1",
                "org_1\n",
                "org.1",
                "org/../1",
                "örg",
                "org_1;",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void refusesEverythingElse(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OrganizationId(value));
    }

    @Test
    void doesNotRepeatWhatItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrganizationId("<script>"))
                .withMessageNotContaining("script");
    }
}
