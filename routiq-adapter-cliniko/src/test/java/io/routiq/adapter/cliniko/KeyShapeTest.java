package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.Located;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.PracticeEndpoint;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyShapeTest {

    private final ClinikoSettings settings =
            ClinikoSettings.of(new ClinikoSettings.Contact("Routiq", "support@example.test"), InstantSource.system());

    @ParameterizedTest
    @CsvSource({
        "MS0xEXAMPLEEXAMPLE-uk2, uk2, MPLE",
        "MS0xEXAMPLEEXAMPLE-AU04, au04, MPLE",
        "MS0x-EXAM-PLE-eu1, eu1, -PLE",
        "MS0xEXAMPLE-au1-nz9, nz9, -au1",
        "MS0xEXAMPLEEXAMPLE, au1, MPLE",
        "MS0xEXAMPLE-au123, au1, u123",
        "MS0xEXAMPLE-1au, au1, -1au",
        "MS0xEXAMPLE-, au1, PLE-"
    })
    void findsTheShardAfterTheLastDash(String key, String shard, String hint) {
        assertThat(read(key))
                .isEqualTo(new Located.At(
                        new PracticeCredentials(key),
                        new PracticeEndpoint("https://api." + shard + ".cliniko.com/v1", shard),
                        hint));
    }

    @Test
    void stripsWhiteSpaceAroundTheKey() {
        assertThat(read(" \tMS0xEXAMPLEEXAMPLE-uk2\r\n"))
                .isInstanceOfSatisfying(
                        Located.At.class,
                        at -> assertThat(at.credentials().secret()).isEqualTo("MS0xEXAMPLEEXAMPLE-uk2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "MS0xEXAMPLE\nEXAMPLE-uk2",
                "MS0xEXAMPLE EXAMPLE-uk2",
                "MS0xEXAMPLE\u0000EXAMPLE-uk2",
                "MS0xEX\u00c4MPLEEXAMPLE-uk2",
                "MS0xEXAMPLE:EXAMPLE-uk2",
                "-au1",
                "SECRETS-au1"
            })
    void refusesWhatNoKeyLooksLikeWithoutRepeatingIt(String text) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Located.Malformed.class,
                        malformed -> assertThat(malformed.reason())
                                .startsWith("The API key ")
                                .endsWith(".")
                                .doesNotContain("EXAMPLE", "SECRETS", "au1"));
    }

    @Test
    void refusesKeysOfMoreThanTwoHundredCharacters() {
        assertThat(read("x".repeat(196) + "-uk2")).isInstanceOf(Located.At.class);
        assertThat(read("x".repeat(197) + "-uk2")).isInstanceOf(Located.Malformed.class);
        assertThat(read("x".repeat(10_000))).isInstanceOf(Located.Malformed.class);
    }

    private Located read(String key) {
        return KeyShape.read(settings, new PracticeCredentials(key));
    }
}
