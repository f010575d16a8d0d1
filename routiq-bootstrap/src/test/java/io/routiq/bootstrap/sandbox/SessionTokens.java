package io.routiq.bootstrap.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes session tokens as Clerk lays them out, and the keys they are signed with. */
final class SessionTokens {

    private static final int KEY_BITS = 2048;
    private static final long BACKDATED_SECONDS = 10;

    private final String issuer;
    private final String authorizedParty;
    private final InstantSource clock;
    private List<RSAKey> keys = List.of();

    SessionTokens(String issuer, String authorizedParty, InstantSource clock) {
        this.issuer = issuer;
        this.authorizedParty = authorizedParty;
        this.clock = clock;
    }

    /** The public halves: of the key in use, and of the one before it. */
    JWKSet published() {
        return new JWKSet(List.<JWK>copyOf(keys())).toPublicJWKSet();
    }

    /** Signs with a new key from now on. The key before stays published, the one before that no more. */
    synchronized String rotate() {
        RSAKey before = keys().getFirst();
        RSAKey next = newKey();
        keys = List.of(next, before);
        return next.getKeyID();
    }

    // Made when first needed: it takes a while.
    private synchronized List<RSAKey> keys() {
        if (keys.isEmpty()) {
            keys = List.of(newKey());
        }
        return keys;
    }

    String token(TokenRequest request) {
        RSAKey key = keys().getFirst();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims(request));
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A key made here signs", e);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims(TokenRequest request) {
        Instant now = clock.instant();
        Instant expires = now.plusSeconds(request.expiresIn());
        Instant issued = now.isBefore(expires) ? now : expires.minusSeconds(60);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(request.user())
                .issueTime(Date.from(issued))
                .notBeforeTime(Date.from(issued.minusSeconds(BACKDATED_SECONDS)))
                .expirationTime(Date.from(expires))
                .claim("azp", authorizedParty)
                .claim("sid", "sess_" + UUID.randomUUID().toString().replace("-", ""));
        if (request.platformAdmin()) {
            claims.claim("platform_admin", true);
        }
        switch (request.version()) {
            case 1 -> version1(claims, request);
            default -> version2(claims, request);
        }
        return claims.build();
    }

    private static void version1(JWTClaimsSet.Builder claims, TokenRequest request) {
        if (!request.organization().isEmpty()) {
            claims.claim("org_id", request.organization())
                    .claim("org_role", request.role())
                    .claim("org_slug", slug(request.organization()))
                    .claim("org_permissions", request.permissions());
        }
    }

    private static void version2(JWTClaimsSet.Builder claims, TokenRequest request) {
        claims.claim("v", 2);
        if (!request.organization().isEmpty()) {
            Map<String, Object> organization = new LinkedHashMap<>();
            organization.put("id", request.organization());
            organization.put("slg", slug(request.organization()));
            organization.put("rol", request.role().substring("org:".length()));
            if (!request.permissions().isEmpty()) {
                claims.claim("fea", packed(request.permissions(), organization));
            }
            claims.claim("o", organization);
        }
    }

    /**
     * Packs {@code org:feature:permission} as version 2 does: {@code per} lists the permissions, and {@code fpm} has a
     * number for each feature, whose lowest bit stands for the first permission.
     *
     * @return the features
     */
    private static String packed(List<String> permissions, Map<String, Object> organization) {
        Map<String, Set<String>> byFeature = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (String permission : permissions) {
            String[] parts = permission.split(":", -1);
            byFeature
                    .computeIfAbsent(parts[1], feature -> new LinkedHashSet<>())
                    .add(parts[2]);
            names.add(parts[2]);
        }
        List<String> order = List.copyOf(names);
        organization.put("per", String.join(",", order));
        organization.put(
                "fpm",
                String.join(
                        ",",
                        byFeature.values().stream()
                                .map(granted -> granted.stream()
                                        .mapToInt(name -> 1 << order.indexOf(name))
                                        .sum())
                                .map(String::valueOf)
                                .toList()));
        return String.join(
                ",", byFeature.keySet().stream().map(feature -> "o:" + feature).toList());
    }

    private static String slug(String organization) {
        return organization.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID("ins_" + UUID.randomUUID().toString().replace("-", ""))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java runtime makes RSA keys", e);
        }
    }
}
