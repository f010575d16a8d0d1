package io.routiq.adapter.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.Jwt;

class ClerkClaimsTest {

    @Test
    void readsVersion1() {
        ClerkClaims claims = read(
                Map.of("org_id", "org_1", "org_role", "org:admin", "org_permissions", List.of("org:patients:read", 7)));
        assertThat(claims).isEqualTo(new ClerkClaims("org_1", "org:admin", List.of("org:patients:read")));
    }

    @Test
    void readsVersion2AndItsFeatureMap() {
        ClerkClaims claims = read(Map.of(
                "v",
                2,
                "fea",
                "o:patients,u:profile,uo:sync",
                "o",
                Map.of("id", "org_1", "rol", "admin", "per", "read,manage", "fpm", "3,2")));
        assertThat(claims.organization()).isEqualTo("org_1");
        assertThat(claims.role()).isEqualTo("org:admin");
        assertThat(claims.permissions()).containsExactly("org:patients:read", "org:patients:manage", "org:sync:manage");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void takesOddClaimsForAbsent(Map<String, Object> claims) {
        assertThat(read(claims)).isEqualTo(new ClerkClaims(null, "", List.of()));
    }

    static List<Map<String, Object>> odd() {
        return List.of(
                Map.of("org_id", 7, "org_role", List.of("org:admin"), "org_permissions", "org:patients:read"),
                Map.of("org_id", Map.of("id", "org_1"), "org_permissions", Map.of()),
                Map.of("org_id", ""),
                Map.of("o", Map.of("id", 7, "rol", true, "per", List.of(), "fpm", 3), "fea", 5),
                Map.of("o", Map.of(), "fea", "o:patients", "org_id", "org_1"),
                Map.of("o", Map.of("per", "read", "fpm", "99999999999999999999"), "fea", "o:patients"),
                Map.of("o", Map.of("per", "read", "fpm", "-1,x,,"), "fea", "o:a,o:b,o:c"));
    }

    @Test
    void survivesMorePermissionsThanBits() {
        String many = String.join(",", Arrays.asList(new String[100]));
        ClerkClaims claims =
                read(Map.of("fea", "o:a", "o", Map.of("id", "org_1", "per", many, "fpm", "999999999999999999")));
        assertThat(claims.permissions()).hasSizeLessThan(Long.SIZE);
    }

    private static ClerkClaims read(Map<String, Object> claims) {
        return ClerkClaims.of(Jwt.withTokenValue("t")
                .header("alg", "none")
                .subject("user_1")
                .claims(all -> all.putAll(claims))
                .build());
    }
}
