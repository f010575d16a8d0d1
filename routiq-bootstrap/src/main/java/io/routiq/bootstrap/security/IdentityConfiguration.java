package io.routiq.bootstrap.security;

import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.routiq.application.health.HealthProbe;
import io.routiq.bootstrap.settings.RoutiqSettings;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The decoder of session tokens and the health of what it depends on. Starts without the identity provider. */
@Configuration(proxyBeanMethods = false)
public class IdentityConfiguration {

    private static final int PROVIDER_TIMEOUT_MILLIS =
            (int) Duration.ofMillis(1500).toMillis();
    private static final int LARGEST_KEY_SET = 64 * 1024;

    @Bean
    SigningKeys signingKeys(RoutiqSettings settings, Clock clock) throws MalformedURLException {
        URI keys = URI.create(settings.clerk().issuer() + "/.well-known/jwks.json");
        return new SigningKeys(
                new URLBasedJWKSetSource<>(
                        keys.toURL(),
                        new DefaultResourceRetriever(
                                PROVIDER_TIMEOUT_MILLIS, PROVIDER_TIMEOUT_MILLIS, LARGEST_KEY_SET)),
                clock,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("signing-keys").daemon().factory()));
    }

    @Bean
    JwtDecoder jwtDecoder(RoutiqSettings settings, SigningKeys keys, Clock clock) {
        return ClerkTokens.decoder(settings.clerk().issuer(), settings.clerk().authorizedParties(), keys, clock);
    }

    @Bean
    HealthProbe identityProviderProbe(SigningKeys keys) {
        return new IdentityProviderProbe(keys);
    }
}
