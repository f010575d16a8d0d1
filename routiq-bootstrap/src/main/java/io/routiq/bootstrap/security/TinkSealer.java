package io.routiq.bootstrap.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import io.routiq.application.Sealer;
import io.routiq.bootstrap.settings.Keysets;
import io.routiq.domain.organization.OrganizationId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** Seals with AES-256-GCM, by the primary key of a Tink keyset; its other keys open what was sealed before a rotation. */
public final class TinkSealer implements Sealer {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Aead aead;

    /**
     * Seals with the keys of a text.
     *
     * @param keyset as {@link Keysets#generate()} makes it
     * @throws IllegalArgumentException without the keyset's text, if it is not one of AES-256-GCM keys
     */
    public TinkSealer(String keyset) {
        KeysetHandle keys = Keysets.parse(keyset);
        try {
            this.aead = keys.getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime offers no AES-GCM", e);
        }
    }

    @Override
    public String seal(OrganizationId organization, String purpose, String text) {
        try {
            return ENCODER.encodeToString(aead.encrypt(text.getBytes(UTF_8), binding(organization, purpose)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    @Override
    public Optional<String> open(OrganizationId organization, String purpose, String sealed) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            if (!ENCODER.encodeToString(bytes).equals(sealed)) {
                // The decoder overlooks changes in bits that it does not need.
                return Optional.empty();
            }
            return Optional.of(new String(aead.decrypt(bytes, binding(organization, purpose)), UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    // The length in front keeps ("ab", "c") and ("a", "bc") apart.
    private static byte[] binding(OrganizationId organization, String purpose) {
        byte[] owner = organization.value().getBytes(UTF_8);
        byte[] use = purpose.getBytes(UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + owner.length + use.length)
                .putInt(owner.length)
                .put(owner)
                .put(use)
                .array();
    }
}
