package io.routiq.adapter.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.routiq.adapter.rest.RestSettings;
import io.routiq.application.MutableClock;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-01T10:20:30.123456Z"));
    private final RateLimit rateLimit = new RateLimit(
            new RestSettings(
                    "2.0.0",
                    "test",
                    List.of(),
                    true,
                    true,
                    true,
                    new RestSettings.Administrators(List.of(), "platform_admin", "true"),
                    600),
            clock);

    @Test
    void tellsHowManyRequestsAreLeft() {
        assertThat(send("org_1", "user_1").getHeader("RateLimit-Policy")).isEqualTo("\"default\";q=200;w=20");
        assertThat(send("org_1", "user_1").getHeader("RateLimit")).isEqualTo("\"default\";r=198;t=1");
    }

    @Test
    void refusesWhatComesOnTopOfABurst() {
        use(200);
        MockHttpServletResponse response = new MockHttpServletResponse();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> rateLimit.preHandle(request("org_1", "user_1"), response, this))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ProblemCode.RATE_LIMITED);
                    assertThat(refusal.headers()).containsEntry("Retry-After", "1");
                });
        assertThat(response.getHeader("RateLimit")).isEqualTo("\"default\";r=0;t=20");
    }

    @Test
    void letsTenASecondThroughForEver() {
        use(200);

        clock.advance(Duration.ofSeconds(1));
        use(10);

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> use(1));
    }

    @Test
    void countsEachUserOfEachOrganization() {
        use(200);

        assertThat(send("org_1", "user_2").getHeader("RateLimit")).contains("r=199");
        assertThat(send("org_2", "user_1").getHeader("RateLimit")).contains("r=199");
    }

    @Test
    void leavesOpenRoutesAlone() {
        MockHttpServletResponse response = new MockHttpServletResponse();

        assertThat(rateLimit.preHandle(new MockHttpServletRequest(), response, this))
                .isTrue();
        assertThat(response.getHeader("RateLimit")).isNull();
    }

    @Test
    void remembersNobodyWhoHasBeenIdle() {
        IntStream.range(0, 999).forEach(number -> send("org_1", "user_" + number));
        assertThat(rateLimit.held()).isEqualTo(999);

        clock.advance(Duration.ofSeconds(20));
        send("org_1", "user_1000");

        assertThat(rateLimit.held()).isEqualTo(1);
    }

    private void use(int requests) {
        IntStream.range(0, requests).forEach(number -> send("org_1", "user_1"));
    }

    private MockHttpServletResponse send(String organization, String user) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThat(rateLimit.preHandle(request(organization, user), response, this))
                .isTrue();
        return response;
    }

    private static MockHttpServletRequest request(String organization, String user) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(
                Caller.class.getName(),
                new Caller(user, new OrganizationId(organization), "org:member", List.of(), null, "request_1", false));
        return request;
    }
}
