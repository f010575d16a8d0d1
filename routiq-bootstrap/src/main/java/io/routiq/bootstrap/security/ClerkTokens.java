package io.routiq.bootstrap.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Verifies Clerk's session tokens, versions 1 and 2: the claims that both have in common, and the signature. */
final class ClerkTokens {

    private static final Duration SKEW = Duration.ofSeconds(5);

    /** Headers by which a token would choose its own key or rules. Clerk sets none of them. */
    private static final Set<String> FOREIGN_HEADERS = Set.of("crit", "jku", "jwk", "x5u", "x5c");

    private ClerkTokens() {}

    /**
     * A decoder for one issuer's tokens.
     *
     * @param authorizedParties the origins whose tokens are accepted, e.g. {@code https://app.example.test}
     * @return a decoder that throws {@code BadJwtException} for a bad token, its subtype {@code JwtValidationException}
     *     for refused claims, and any other {@code JwtException} when no keys can be had
     */
    static JwtDecoder decoder(
            String issuer, Collection<String> authorizedParties, JWKSource<SecurityContext> keys, Clock clock) {
        Set<String> parties = Set.copyOf(authorizedParties);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                header(),
                new JwtIssuerValidator(issuer),
                lifetime(clock),
                issued(clock),
                claim(JwtClaimNames.SUB, ClerkTokens::isText),
                claim("sid", ClerkTokens::isText),
                // Absent when the browser withheld the origin, and in tokens from before sessions had a status.
                claim("azp", azp -> azp == null || parties.contains(azp)),
                claim("sts", sts -> sts == null || sts.equals("active"))));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> lifetime(Clock clock) {
        JwtTimestampValidator lifetime = new JwtTimestampValidator(SKEW);
        lifetime.setAllowEmptyExpiryClaim(false);
        lifetime.setClock(clock);
        return lifetime;
    }

    private static OAuth2TokenValidator<Jwt> issued(Clock clock) {
        return claim(
                JwtClaimNames.IAT,
                at -> at instanceof Instant issued
                        && !issued.isAfter(clock.instant().plus(SKEW)));
    }

    private static OAuth2TokenValidator<Jwt> header() {
        return require(
                "header", token -> Collections.disjoint(token.getHeaders().keySet(), FOREIGN_HEADERS));
    }

    private static OAuth2TokenValidator<Jwt> claim(String name, Predicate<@Nullable Object> rule) {
        return require(name + " claim", token -> rule.test(token.getClaims().get(name)));
    }

    private static OAuth2TokenValidator<Jwt> require(String part, Predicate<Jwt> rule) {
        OAuth2TokenValidatorResult refused = OAuth2TokenValidatorResult.failure(
                new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The " + part + " is not acceptable", null));
        return token -> rule.test(token) ? OAuth2TokenValidatorResult.success() : refused;
    }

    private static boolean isText(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank();
    }
}
