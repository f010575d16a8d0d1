package io.routiq.adapter.rest.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a Clerk session token says about its active organization, version 1 ({@code org_id}, {@code org_role},
 * {@code org_permissions}) or 2 ({@code o}, {@code fea}). A claim of an unexpected type counts as absent.
 *
 * @param organization the active organization's id, or null if there is none
 * @param role with its {@code org:} prefix, empty if unknown
 */
record ClerkClaims(@Nullable String organization, String role, List<String> permissions) {

    private static final String PREFIX = "org:";

    static ClerkClaims of(Jwt token) {
        return token.getClaims().get("o") instanceof Map<?, ?> active
                ? version2(active, text(token.getClaims().get("fea")))
                : version1(token.getClaims());
    }

    private static ClerkClaims version1(Map<String, Object> claims) {
        List<String> permissions = claims.get("org_permissions") instanceof List<?> listed
                ? listed.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
        String id = text(claims.get("org_id"));
        return new ClerkClaims(id.isEmpty() ? null : id, text(claims.get("org_role")), permissions);
    }

    private static ClerkClaims version2(Map<?, ?> active, String features) {
        String id = text(active.get("id"));
        String role = text(active.get("rol"));
        return new ClerkClaims(
                id.isEmpty() ? null : id,
                role.isEmpty() || role.startsWith(PREFIX) ? role : PREFIX + role,
                permissions(features, text(active.get("per")), text(active.get("fpm"))));
    }

    /** Each organization feature has a number in {@code fpm} whose lowest bit stands for the first name in {@code per}. */
    private static List<String> permissions(String features, String names, String masks) {
        List<String> scoped = split(features).stream()
                .filter(feature -> feature.startsWith("o:") || feature.startsWith("uo:"))
                .map(feature -> feature.substring(feature.indexOf(':') + 1))
                .toList();
        List<String> permissionNames = split(names);
        List<String> numbers = split(masks);
        List<String> granted = new ArrayList<>();
        for (int feature = 0; feature < Math.min(scoped.size(), numbers.size()); feature++) {
            long mask = number(numbers.get(feature));
            for (int bit = 0; bit < Math.min(permissionNames.size(), Long.SIZE - 1); bit++) {
                if ((mask >> bit & 1) == 1) {
                    granted.add(PREFIX + scoped.get(feature) + ":" + permissionNames.get(bit));
                }
            }
        }
        return granted;
    }

    private static long number(String digits) {
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }

    private static List<String> split(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(",", -1));
    }

    private static String text(@Nullable Object claim) {
        return claim instanceof String text ? text : "";
    }
}
