package io.routiq.bootstrap.security;

import static io.routiq.bootstrap.security.SampleTokens.ISSUER;
import static io.routiq.bootstrap.security.SampleTokens.KEY;
import static io.routiq.bootstrap.security.SampleTokens.NOW;
import static io.routiq.bootstrap.security.SampleTokens.PARTY;
import static io.routiq.bootstrap.security.SampleTokens.STRANGER;
import static io.routiq.bootstrap.security.SampleTokens.at;
import static io.routiq.bootstrap.security.SampleTokens.certificate;
import static io.routiq.bootstrap.security.SampleTokens.header;
import static io.routiq.bootstrap.security.SampleTokens.hmacOfThePublicKey;
import static io.routiq.bootstrap.security.SampleTokens.keyAddress;
import static io.routiq.bootstrap.security.SampleTokens.signed;
import static io.routiq.bootstrap.security.SampleTokens.spliced;
import static io.routiq.bootstrap.security.SampleTokens.version1;
import static io.routiq.bootstrap.security.SampleTokens.version2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class ClerkTokensTest {

    private final JwtDecoder decoder = ClerkTokens.decoder(
            ISSUER,
            List.of(PARTY, "http://localhost:3000"),
            new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @MethodSource
    void accepts(JWTClaimsSet claims) {
        Jwt token = decoder.decode(signed(claims));
        assertThat(token.getSubject()).isEqualTo("user_demo");
        assertThat(token.getClaims()).containsKey("sid").containsEntry("exp", token.getExpiresAt());
    }

    static Stream<Arguments> accepts() {
        return Stream.of(
                argumentSet("version 1", version1().build()),
                argumentSet("version 2", version2().build()),
                argumentSet("no azp", version2().claim("azp", null).build()),
                argumentSet(
                        "another azp",
                        version2().claim("azp", "http://localhost:3000").build()),
                argumentSet(
                        "an active session", version2().claim("sts", "active").build()),
                argumentSet("exp 5 s ago", version2().expirationTime(at(-5)).build()),
                argumentSet("nbf in 5 s", version2().notBeforeTime(at(5)).build()),
                argumentSet("iat in 5 s", version2().issueTime(at(5)).build()));
    }

    @Test
    void handsOnTheOrganizationOfBothVersions() {
        assertThat(decoder.decode(signed(version1().build())).getClaims())
                .containsEntry("org_id", "org_demo")
                .containsEntry("org_permissions", List.of("org:patients:read"));
        assertThat(decoder.decode(signed(version2().build())).getClaimAsMap("o"))
                .containsEntry("id", "org_demo")
                .containsEntry("fpm", "1");
    }

    @ParameterizedTest
    @MethodSource
    void refusesClaims(JWTClaimsSet claims) {
        assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decoder.decode(signed(claims)));
    }

    static Stream<Arguments> refusesClaims() {
        return Stream.of(
                argumentSet(
                        "another issuer",
                        version2().issuer("https://other.example.test").build()),
                argumentSet(
                        "issuer with a slash", version2().issuer(ISSUER + "/").build()),
                argumentSet("no issuer", version2().issuer(null).build()),
                argumentSet("exp 6 s ago", version2().expirationTime(at(-6)).build()),
                argumentSet("no exp", version2().expirationTime(null).build()),
                argumentSet("nbf in 6 s", version2().notBeforeTime(at(6)).build()),
                argumentSet("iat in 6 s", version2().issueTime(at(6)).build()),
                argumentSet("no iat", version2().issueTime(null).build()),
                argumentSet(
                        "unknown azp",
                        version2().claim("azp", "https://evil.example.test").build()),
                argumentSet(
                        "azp in capitals",
                        version2().claim("azp", "HTTPS://APP.EXAMPLE.TEST").build()),
                argumentSet(
                        "azp as a list", version2().claim("azp", List.of(PARTY)).build()),
                argumentSet(
                        "pending session", version2().claim("sts", "pending").build()),
                argumentSet("unknown session status", version2().claim("sts", 1).build()),
                argumentSet("no sid", version2().claim("sid", null).build()),
                argumentSet("blank sid", version2().claim("sid", " ").build()),
                argumentSet("sid of another type", version2().claim("sid", 7).build()),
                argumentSet("no sub", version2().subject(null).build()));
    }

    @ParameterizedTest
    @MethodSource
    void refusesForgeries(String token) {
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token));
    }

    static Stream<Arguments> refusesForgeries() throws JOSEException {
        JWSHeader.Builder plain = header();
        String good = signed(version2().build());
        return Stream.of(
                argumentSet("no text", ""),
                argumentSet("null", "null"),
                argumentSet("not a token", "a.b.c"),
                argumentSet("unsigned", new PlainJWT(version2().build()).serialize()),
                argumentSet("signature cut off", good.substring(0, good.lastIndexOf('.') + 1)),
                argumentSet("other claims under the signature", spliced(good)),
                argumentSet("HS256 with the public key", hmacOfThePublicKey()),
                argumentSet("RS512", signed(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("ins_1"), KEY)),
                argumentSet("another key under the same id", signed(plain, STRANGER)),
                argumentSet("unknown key id", signed(header().keyID("ins_2"), KEY)),
                argumentSet("a key of its own", signed(header().jwk(STRANGER.toPublicJWK()), STRANGER)),
                argumentSet("a key address of its own", signed(keyAddress(), STRANGER)),
                argumentSet("rightly signed, with a key", signed(header().jwk(KEY.toPublicJWK()), KEY)),
                argumentSet("rightly signed, with a key address", signed(keyAddress(), KEY)),
                argumentSet(
                        "rightly signed, with a certificate address",
                        signed(header().x509CertURL(SampleTokens.address()), KEY)),
                argumentSet("rightly signed, with a certificate", signed(header().x509CertChain(certificate()), KEY)),
                argumentSet("rightly signed, critical header", signed(header().criticalParams(Set.of("exp")), KEY)),
                argumentSet("rightly signed, critical b64", signed(header().criticalParams(Set.of("b64")), KEY)));
    }

    @Test
    void saysOfAnExpiredTokenThatItExpired() {
        assertThatExceptionOfType(JwtValidationException.class)
                .isThrownBy(() ->
                        decoder.decode(signed(version2().expirationTime(at(-6)).build())))
                .satisfies(refusal -> assertThat(refusal.getErrors())
                        .singleElement()
                        .satisfies(error -> {
                            assertThat(error.getErrorCode()).isEqualTo("invalid_token");
                            assertThat(error.getDescription()).startsWith("Jwt expired at ");
                        }));
    }

    @Test
    void doesNotBlameTheTokenWhenThereAreNoKeys() {
        JwtDecoder withoutKeys = ClerkTokens.decoder(
                ISSUER,
                List.of(PARTY),
                (selector, context) -> {
                    throw new KeySourceException("The provider is down");
                },
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> withoutKeys.decode(signed(version2().build())))
                .isNotInstanceOf(BadJwtException.class);
    }
}
