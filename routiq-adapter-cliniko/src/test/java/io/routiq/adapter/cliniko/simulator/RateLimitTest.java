package io.routiq.adapter.cliniko.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final Instant HALF_PAST = Instant.parse("2026-06-15T02:30:20Z");

    private final SimulatorClock clock = SimulatorClock.frozenAt(HALF_PAST);
    private final ClinikoSimulator simulator = ClinikoSimulator.start(0, clock);
    private final SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
    private final String key = clinic.issueKey();
    private final ApiClient client = new ApiClient(simulator.baseOf("au2"), key);

    @BeforeEach
    void limit() {
        clinic.requestsPerMinute(5);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void allowsTwoHundredRequestsAMinuteAtFirst() {
        SimulatedAccount usual = simulator.addAccount("Usual", "au2");
        var usualClient = new ApiClient(simulator.baseOf("au2"), usual.issueKey());

        assertThat(allowed(usualClient, 201)).isEqualTo(200);
    }

    @Test
    void refusesTheRestOfTheMinuteOfTheClock() {
        assertThat(allowed(client, 7)).isEqualTo(5);
        clock.advance(Duration.ofSeconds(39));
        assertThat(allowed(client, 1)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(allowed(client, 7)).isEqualTo(5);
    }

    @Test
    void saysWhenTheWindowEnds() {
        HttpResponse<String> refused = refused();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("X-RateLimit-Reset"))
                .hasValue(Instant.parse("2026-06-15T02:31:00Z").getEpochSecond());
        assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
        assertThat(refused.headers().firstValue("Date")).hasValue("Mon, 15 Jun 2026 02:30:20 GMT");
    }

    @Test
    void sharesTheRateAmongAllKeysOfOneUser() {
        var second = new ApiClient(simulator.baseOf("au2"), clinic.issueKey(clinic.userOf(key)));
        var stranger = new ApiClient(simulator.baseOf("au2"), clinic.issueKey());

        assertThat(allowed(client, 3) + allowed(second, 3)).isEqualTo(5);
        assertThat(allowed(stranger, 5)).isEqualTo(5);
    }

    @Test
    void letsHeadersBeAbsentOrWrongAsSwitched() {
        simulator.switches().set(Switch.RATE_RESET, Choice.ABSENT).set(Switch.RETRY_AFTER, Choice.PRESENT);
        assertThat(refused().headers().firstValue("X-RateLimit-Reset")).isEmpty();
        assertThat(refused().headers().firstValueAsLong("Retry-After")).hasValue(40);

        simulator.switches().set(Switch.RATE_RESET, Choice.IN_THE_PAST);
        assertThat(refused().headers().firstValueAsLong("X-RateLimit-Reset").orElseThrow())
                .isLessThan(HALF_PAST.getEpochSecond());
        simulator.switches().set(Switch.RATE_RESET, Choice.FAR_AHEAD);
        assertThat(refused().headers().firstValueAsLong("X-RateLimit-Reset").orElseThrow())
                .isGreaterThan(HALF_PAST.getEpochSecond() + 3_600);
    }

    @Test
    void tellsWhatIsLeftWhenSwitched() {
        assertThat(client.get("/user").headers().firstValue("X-RateLimit-Remaining"))
                .isEmpty();

        simulator.switches().set(Switch.RATE_HEADERS_ON_SUCCESS, Choice.PRESENT);
        assertThat(client.get("/user").headers().firstValueAsLong("X-RateLimit-Remaining"))
                .hasValue(3);
    }

    @Test
    void beginsAWindowWithTheFirstRequestWhenSwitched() {
        simulator.switches().set(Switch.RATE_WINDOW, Choice.FROM_FIRST_REQUEST);

        assertThat(allowed(client, 6)).isEqualTo(5);
        clock.advance(Duration.ofSeconds(59));
        assertThat(allowed(client, 1)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(allowed(client, 6)).isEqualTo(5);
    }

    @Test
    void slidesWhenSwitched() {
        simulator.switches().set(Switch.RATE_WINDOW, Choice.SLIDING);

        assertThat(allowed(client, 3)).isEqualTo(3);
        clock.advance(Duration.ofSeconds(45));
        assertThat(allowed(client, 3)).isEqualTo(2);
        clock.advance(Duration.ofSeconds(15));
        assertThat(allowed(client, 4)).isEqualTo(3);
    }

    @Test
    void givesPartOfTheRateToAnotherVendor() {
        clinic.otherVendorPerMinute(3);
        clock.advance(Duration.ofSeconds(39));

        assertThat(allowed(client, 5)).isEqualTo(2);
    }

    private HttpResponse<String> refused() {
        HttpResponse<String> response = client.get("/user");
        while (response.statusCode() == 200) {
            response = client.get("/user");
        }
        return response;
    }

    private static int allowed(ApiClient client, int requests) {
        int allowed = 0;
        for (int made = 0; made < requests; made++) {
            if (client.get("/user").statusCode() == 200) {
                allowed++;
            }
        }
        return allowed;
    }
}
