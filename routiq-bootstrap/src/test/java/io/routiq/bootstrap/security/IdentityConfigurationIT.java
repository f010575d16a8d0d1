package io.routiq.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.routiq.application.health.HealthProbe;
import io.routiq.application.health.HealthProbe.State;
import io.routiq.bootstrap.sandbox.LocalIdentityProvider;
import io.routiq.bootstrap.sandbox.TokenRequest;
import io.routiq.bootstrap.settings.Keysets;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** The decoder as it is wired, over HTTP, against the stand-in for Clerk. */
class IdentityConfigurationIT {

    private static final String PARTY = "http://localhost:3000";
    private static final TokenRequest ADMIN = TokenRequest.of("org_demo", "user_demo");

    private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InstantSource time = () -> now;

    @SuppressWarnings("NullAway.Init")
    private LocalIdentityProvider provider;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext context;

    @BeforeEach
    void start() throws IOException {
        provider = LocalIdentityProvider.start(0, PARTY, time, Map::of);
        context = new SpringApplicationBuilder(IdentityConfiguration.class)
                .web(WebApplicationType.NONE)
                .profiles("sandbox")
                .registerShutdownHook(false)
                .initializers((GenericApplicationContext starting) ->
                        starting.registerBean(Clock.class, () -> time.withZone(ZoneOffset.UTC)))
                .run(
                        "--routiq.database.url=jdbc:postgresql://db.example.test/routiq",
                        "--routiq.database.user=routiq_app",
                        "--routiq.database.password=made-up",
                        "--routiq.database.owner.user=routiq_owner",
                        "--routiq.database.owner.password=made-up",
                        "--routiq.clerk.issuer=" + provider.issuer(),
                        "--routiq.clerk.authorized-parties=" + PARTY,
                        "--routiq.encryption.keyset=" + Keysets.generate(),
                        "--routiq.cors.origins=" + PARTY,
                        "--routiq.cliniko.contact=integrations@practice.example.test");
    }

    @AfterEach
    void stop() {
        context.close();
        provider.close();
    }

    @Test
    void acceptsTokensOfBothVersions() {
        for (int version : List.of(1, 2)) {
            TokenRequest request =
                    new TokenRequest("org_demo", "user_demo", "org:admin", List.of(), version, 60, false);
            assertThat(decoder().decode(provider.token(request)).getSubject()).isEqualTo("user_demo");
        }
        assertThat(provider.keyRequests()).isEqualTo(1);
    }

    @Test
    void startsWithoutTheProviderAndBlamesNoTokenForIt() {
        provider.outage(Duration.ofSeconds(30));
        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> decoder().decode(provider.token(ADMIN)))
                .isNotInstanceOf(BadJwtException.class);
        assertThat(probe().examine().state()).isEqualTo(State.DEGRADED);

        now = now.plusSeconds(30);
        assertThat(decoder().decode(provider.token(ADMIN)).getSubject()).isEqualTo("user_demo");
        assertThat(probe().examine()).isEqualTo(new HealthProbe.Finding(State.HEALTHY, Map.of("keys_as_of", now)));
    }

    @Test
    void acceptsTokensOfBeforeAndAfterARotation() {
        String before = provider.token(ADMIN);
        decoder().decode(before);
        provider.rotateKeys();
        assertThat(decoder().decode(provider.token(ADMIN)).getSubject()).isEqualTo("user_demo");
        assertThat(decoder().decode(before).getSubject()).isEqualTo("user_demo");
        assertThat(provider.keyRequests()).isEqualTo(2);
    }

    private JwtDecoder decoder() {
        return context.getBean(JwtDecoder.class);
    }

    private HealthProbe probe() {
        return context.getBean(HealthProbe.class);
    }
}
