package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClinikoSettingsTest {

    private static final ClinikoSettings.Contact CONTACT =
            new ClinikoSettings.Contact("Routiq", "support@routiq.example.test");

    private final ClinikoSettings settings = ClinikoSettings.of(CONTACT, InstantSource.system());

    @Test
    void hasTheDocumentedDefaults() {
        assertThat(settings.base("uk2")).isEqualTo("https://api.uk2.cliniko.com/v1");
        assertThat(settings.rate()).isEqualTo(new ClinikoSettings.Rate(200, 4));
        assertThat(settings.times().connect()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.times().request()).isEqualTo(Duration.ofSeconds(35));
        assertThat(settings.times().patience()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.sizes().pageRecords()).isEqualTo(100);
        assertThat(CONTACT.userAgent()).isEqualTo("Routiq (support@routiq.example.test)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';support@example.test",
                "Routiq (beta);support@example.test",
                "Rout\u00edq;support@example.test",
                "Routiq;support",
                "Routiq;support@example",
                "Routiq;a b@example.test",
                "Routiq;'support@example.test\r\nX: y'"
            })
    void refusesAContactThatNobodyCanUse(String vendor, String mailbox) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClinikoSettings.Contact(vendor, mailbox));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.cliniko.com/v1",
                "http://api.{shard}.cliniko.com/v1",
                "ftp://localhost/{shard}/v1",
                "http://localhost.example.test/{shard}/v1",
                "https://api.{shard}.cliniko.com/v1/"
            })
    void refusesAnEndpointThatWouldLeakKeys(String endpoint) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withEndpoint(endpoint));
    }

    @Test
    void acceptsPlainHttpOnThisMachine() {
        assertThat(settings.withEndpoint("http://localhost:8003/{shard}/v1").base("au1"))
                .isEqualTo("http://localhost:8003/au1/v1");
    }

    @Test
    void refusesTimesThatAreNone() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClinikoSettings.Times(Duration.ZERO, second, second, second));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClinikoSettings.Times(second, Duration.ZERO, second, second));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClinikoSettings.Times(second, second, second.negated(), second));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClinikoSettings.Times(second, second, second, Duration.ofNanos(1)));
    }

    @Test
    void refusesRatesAndSizesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClinikoSettings.Rate(0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClinikoSettings.Rate(200, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClinikoSettings.Sizes(1_000, 101));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClinikoSettings.Sizes(1_000, 0));
    }
}
