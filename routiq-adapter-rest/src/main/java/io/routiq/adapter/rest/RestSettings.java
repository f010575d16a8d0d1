package io.routiq.adapter.rest;

import java.util.List;
import java.util.Map;

/**
 * What the HTTP side has to be told.
 *
 * @param version of the product, as {@code /} and {@code /health} show it
 * @param environment the deployment's name, e.g. {@code production}
 * @param corsOrigins the origins whose pages may call, e.g. {@code http://localhost:3000}
 * @param authenticationConfigured true if tokens can be verified
 * @param databaseConfigured true if a database is named
 * @param encryptionConfigured true if there is a keyset
 * @param administrators who runs the platform
 * @param requestsPerMinute the most that each user of an organization may send to this instance
 */
public record RestSettings(
        String version,
        String environment,
        List<String> corsOrigins,
        boolean authenticationConfigured,
        boolean databaseConfigured,
        boolean encryptionConfigured,
        Administrators administrators,
        int requestsPerMinute) {

    public RestSettings {
        corsOrigins = List.copyOf(corsOrigins);
    }

    /**
     * Whoever's token has the claim with the value, and the listed users.
     *
     * @param users ids of users
     * @param claim of the session token, at its top
     * @param value that the claim has, as text
     */
    public record Administrators(List<String> users, String claim, String value) {

        public Administrators {
            users = List.copyOf(users);
        }

        /** True if somebody with this id and these claims runs the platform. */
        public boolean include(String userId, Map<String, Object> claims) {
            Object claimed = claims.get(claim);
            return users.contains(userId)
                    || (claimed != null && claimed.toString().equals(value));
        }
    }
}
