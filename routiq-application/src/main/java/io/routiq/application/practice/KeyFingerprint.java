package io.routiq.application.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By which a key, or the practice system's user whose key it is, is known again without being told: nobody gets from
 * here back to the key.
 *
 * @param hex SHA-256, 64 digits
 */
public record KeyFingerprint(String hex) {

    public static KeyFingerprint of(PracticeCredentials credentials) {
        return ofText(credentials.secret());
    }

    /** Of a user of the practice system at the endpoint, which no key's is equal to. */
    public static KeyFingerprint ofUser(PracticeEndpoint endpoint, String id) {
        return ofText(endpoint.url() + " " + id);
    }

    private static KeyFingerprint ofText(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return new KeyFingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
