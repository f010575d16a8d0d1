package io.routiq.bootstrap.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.stream.IntStream;

/** The text form of the keys that seal credentials: a Tink keyset in JSON, as it is or in Base64. */
public final class Keysets {

    private Keysets() {}

    /** A new keyset of one AES-256-GCM key, on one line of Base64, ready for {@code ROUTIQ_ENCRYPTION_KEYSET}. */
    public static String generate() {
        try {
            KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
            return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime offers no AES-GCM", e);
        }
    }

    /**
     * Reads a keyset, of one key or of several after rotations.
     *
     * @throws IllegalArgumentException without the text, if it is not a keyset of AES-256-GCM keys
     */
    public static KeysetHandle parse(String text) {
        KeysetHandle keys = read(text.strip());
        if (!IntStream.range(0, keys.size())
                .mapToObj(at -> keys.getAt(at).getKey().getParameters())
                .allMatch(PredefinedAeadParameters.AES256_GCM::equals)) {
            throw new IllegalArgumentException("All keys of the keyset must be of Tink's type AES256_GCM");
        }
        return keys;
    }

    // No cause: a parser's message may quote the text.
    private static KeysetHandle read(String text) {
        try {
            String json = text.startsWith("{")
                    ? text
                    : new String(Base64.getMimeDecoder().decode(text), UTF_8);
            return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("The text is not a Tink keyset in JSON or in Base64 of that");
        }
    }
}
