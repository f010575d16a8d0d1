package io.routiq.application.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By which a key is known again without being told: nobody gets from here back to the key.
 *
 * @param hex SHA-256 of the key, 64 digits
 */
public record KeyFingerprint(String hex) {

    public static KeyFingerprint of(PracticeCredentials credentials) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(credentials.secret().getBytes(UTF_8));
            return new KeyFingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
