package io.routiq.bootstrap.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a session token should say.
 *
 * @param organization the active organization, or blank for none
 * @param role as Clerk names it, e.g. {@code org:admin}
 * @param permissions as Clerk names them, e.g. {@code org:patients:read}
 * @param version 1 or 2, the layout of the claims
 * @param expiresIn seconds; below zero for a token that has expired already
 */
public record TokenRequest(
        String organization,
        String user,
        String role,
        List<String> permissions,
        int version,
        long expiresIn,
        boolean platformAdmin) {

    private static final Map<String, String> DEFAULTS = new TreeMap<>(Map.of(
            "organization", "org_demo",
            "user", "user_demo",
            "role", "org:admin",
            "permissions", "",
            "version", "2",
            "expires_in", "3600",
            "platform_admin", "false"));

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{0,64}");
    private static final Pattern ROLE = Pattern.compile("org:[a-z0-9_]+");
    private static final Pattern PERMISSION = Pattern.compile("org:[a-z0-9_]+:[a-z0-9_]+");
    private static final long LONGEST = 86_400;

    /**
     * Checks what a person wrote.
     *
     * @throws IllegalArgumentException saying what to change
     */
    public TokenRequest {
        require(ID.matcher(organization).matches(), "organization has up to 64 letters, digits, '_' or '-'");
        require(ID.matcher(user).matches() && !user.isEmpty(), "user has 1 to 64 letters, digits, '_' or '-'");
        require(ROLE.matcher(role).matches(), "role is written like org:admin");
        permissions = List.copyOf(permissions);
        require(
                permissions.stream().allMatch(each -> PERMISSION.matcher(each).matches()),
                "permissions are separated by commas and written like org:patients:read");
        require(version == 1 || version == 2, "version is 1 or 2");
        require(Math.abs(expiresIn) <= LONGEST, "expires_in is a number of seconds, -86400 to 86400");
    }

    /** An administrator of an organization, in the newest layout, for an hour. */
    public static TokenRequest of(String organization, String user) {
        return new TokenRequest(organization, user, "org:admin", List.of(), 2, 3600, false);
    }

    static TokenRequest parse(Map<String, String> query) {
        query.keySet()
                .forEach(name -> require(
                        DEFAULTS.containsKey(name),
                        "unknown parameter; known are " + String.join(", ", DEFAULTS.keySet())));
        Map<String, String> values = new TreeMap<>(DEFAULTS);
        values.putAll(query);
        String platformAdmin = value(values, "platform_admin");
        require(List.of("true", "false").contains(platformAdmin), "platform_admin is true or false");
        return new TokenRequest(
                value(values, "organization"),
                value(values, "user"),
                value(values, "role"),
                Arrays.stream(value(values, "permissions").split(","))
                        .map(String::strip)
                        .filter(permission -> !permission.isEmpty())
                        .toList(),
                (int) number(values, "version"),
                number(values, "expires_in"),
                platformAdmin.equals("true"));
    }

    private static String value(Map<String, String> values, String name) {
        return values.getOrDefault(name, "");
    }

    private static long number(Map<String, String> values, String name) {
        try {
            return Integer.parseInt(value(values, name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a whole number", e);
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
