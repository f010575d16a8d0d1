package io.routiq.adapter.rest;

import java.util.List;

/**
 * What the HTTP side has to be told.
 *
 * @param version of the product, as {@code /} and {@code /health} show it
 * @param environment the deployment's name, e.g. {@code production}
 * @param corsOrigins the origins whose pages may call, e.g. {@code http://localhost:3000}
 * @param authenticationConfigured true if tokens can be verified
 * @param databaseConfigured true if a database is named
 * @param encryptionConfigured true if there is a keyset
 */
public record RestSettings(
        String version,
        String environment,
        List<String> corsOrigins,
        boolean authenticationConfigured,
        boolean databaseConfigured,
        boolean encryptionConfigured) {

    public RestSettings {
        corsOrigins = List.copyOf(corsOrigins);
    }
}
