package io.routiq.adapter.rest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** Session tokens as Clerk issues them, signed with a key of this test run. */
final class Tokens {

    static final RSAKey KEY = newKey();

    private Tokens() {}

    static String member(String organization) {
        return of(Map.of("sub", "user_1", "org_id", organization, "org_role", "org:member"));
    }

    static String admin(String organization) {
        return of(Map.of("sub", "user_1", "org_id", organization, "org_role", "org:admin"));
    }

    /** With these claims, and an expiry one minute ahead unless they have one. */
    static String of(Map<String, Object> claims) {
        return signed(claims, KEY);
    }

    static String signed(Map<String, Object> claims, RSAKey key) {
        Instant expiry = TestApplication.NOW.plus(Duration.ofMinutes(1));
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder().claim("exp", Date.from(expiry));
        claims.forEach(set::claim);
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), set.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
