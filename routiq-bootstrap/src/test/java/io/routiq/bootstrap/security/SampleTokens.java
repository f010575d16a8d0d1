package io.routiq.bootstrap.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Tokens as Clerk makes them, and as a forger would. */
final class SampleTokens {

    static final String ISSUER = "https://clerk.example.test";
    static final String PARTY = "https://app.example.test";
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final RSAKey KEY = key("ins_1");

    /** Another key that goes by the same id. */
    static final RSAKey STRANGER = key("ins_1");

    private SampleTokens() {}

    static JWTClaimsSet.Builder version1() {
        return common().claim("org_id", "org_demo")
                .claim("org_role", "org:admin")
                .claim("org_slug", "org-demo")
                .claim("org_permissions", List.of("org:patients:read"));
    }

    static JWTClaimsSet.Builder version2() {
        Map<String, Object> organization =
                Map.of("id", "org_demo", "rol", "admin", "slg", "org-demo", "per", "read", "fpm", "1");
        return common().claim("v", 2).claim("fea", "o:patients").claim("o", organization);
    }

    static JWTClaimsSet.Builder common() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("user_demo")
                .claim("sid", "sess_1")
                .claim("azp", PARTY)
                .issueTime(at(-30))
                .notBeforeTime(at(-40))
                .expirationTime(at(30));
    }

    static Date at(long secondsFromNow) {
        return Date.from(NOW.plusSeconds(secondsFromNow));
    }

    static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("ins_1");
    }

    static JWSHeader.Builder keyAddress() {
        return header().jwkURL(address());
    }

    static URI address() {
        return URI.create("https://evil.example.test/keys.json");
    }

    static List<Base64> certificate() {
        return List.of(Base64.encode("no real certificate"));
    }

    static String signed(JWTClaimsSet claims) {
        return signed(header(), KEY, claims);
    }

    static String signed(JWSHeader.Builder header, RSAKey key) {
        return signed(header, key, version2().build());
    }

    static String signed(JWSHeader.Builder header, RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header.build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String spliced(String good) {
        String[] parts = good.split("\\.", -1);
        String[] others = signed(
                        header(), STRANGER, version2().subject("user_other").build())
                .split("\\.", -1);
        return parts[0] + "." + others[1] + "." + parts[2];
    }

    static String hmacOfThePublicKey() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("ins_1").build(),
                version2().build());
        token.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
