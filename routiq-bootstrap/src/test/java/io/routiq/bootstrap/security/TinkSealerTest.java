package io.routiq.bootstrap.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.routiq.bootstrap.settings.Keysets;
import io.routiq.domain.organization.OrganizationId;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TinkSealerTest {

    private static final OrganizationId DEMO = new OrganizationId("org_demo");
    private static final String KEYSET = Keysets.generate();

    private final TinkSealer sealer = new TinkSealer(KEYSET);

    @ParameterizedTest
    @ValueSource(strings = {"", "made-up-key-au1", "Gänse füttern 🦆"})
    void opensWhatItSealed(String text) {
        assertThat(sealer.open(DEMO, "key", sealer.seal(DEMO, "key", text))).contains(text);
    }

    @Test
    void sealsToUrlSafeTextThatDiffersEachTime() {
        String sealed = sealer.seal(DEMO, "key", "made-up-key-au1");
        assertThat(sealed).matches("[A-Za-z0-9_-]+").isNotEqualTo(sealer.seal(DEMO, "key", "made-up-key-au1"));
    }

    @Test
    void opensForNoOtherOrganizationOrPurpose() {
        String sealed = sealer.seal(DEMO, "key", "secret");
        assertThat(sealer.open(new OrganizationId("org_other"), "key", sealed)).isEmpty();
        assertThat(sealer.open(DEMO, "cursor", sealed)).isEmpty();
    }

    @Test
    void keepsTheBorderBetweenOrganizationAndPurpose() {
        String sealed = sealer.seal(new OrganizationId("org_ab"), "c", "secret");
        assertThat(sealer.open(new OrganizationId("org_a"), "bc", sealed)).isEmpty();
    }

    @Test
    void opensNothingThatWasChangedAnywhere() {
        String sealed = sealer.seal(DEMO, "key", "secret");
        for (int at = 0; at < sealed.length(); at++) {
            for (char other : new char[] {'A', 'B', 'Q', '_', '=', ' ', 'é'}) {
                String changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
                assertThat(sealer.open(DEMO, "key", changed).isPresent()).isEqualTo(changed.equals(sealed));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "not sealed at all", "AAAA", "\u0000"})
    void opensNoForeignText(String text) {
        assertThat(sealer.open(DEMO, "key", text)).isEmpty();
    }

    @Test
    void opensNothingOfAnotherKeyset() {
        String sealed = new TinkSealer(Keysets.generate()).seal(DEMO, "key", "secret");
        assertThat(sealer.open(DEMO, "key", sealed)).isEmpty();
    }

    @Test
    void opensWhatWasSealedBeforeARotation() throws GeneralSecurityException {
        String before = sealer.seal(DEMO, "key", "secret");
        KeysetHandle rotated = KeysetHandle.newBuilder(Keysets.parse(KEYSET))
                .setConfiguration(AeadConfig2026.get())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        TinkSealer after = new TinkSealer(json(rotated));
        assertThat(after.open(DEMO, "key", before)).contains("secret");
        assertThat(sealer.open(DEMO, "key", after.seal(DEMO, "key", "secret"))).isEmpty();
    }

    @Test
    void readsAKeysetAsJsonOrInWrappedBase64() {
        String json = new String(Base64.getDecoder().decode(KEYSET), UTF_8);
        String wrapped = Base64.getMimeEncoder().encodeToString(json.getBytes(UTF_8));
        String sealed = sealer.seal(DEMO, "key", "secret");
        assertThat(new TinkSealer(json).open(DEMO, "key", sealed)).contains("secret");
        assertThat(new TinkSealer("\n" + wrapped + "\n").open(DEMO, "key", sealed))
                .contains("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hunter2hunter2", "{}", "{\"hunter2\": 1}", "{\"primaryKeyId\": 1, \"key\": [\"hunter2\"]}"})
    void refusesWhatIsNoKeysetWithoutQuotingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TinkSealer(text))
                .withMessageContaining("Tink keyset")
                .withNoCause()
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void refusesAKeysetOfWeakerKeys() throws GeneralSecurityException {
        KeysetHandle weaker = KeysetHandle.generateNew(PredefinedAeadParameters.AES128_GCM, AeadConfig2026.get());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TinkSealer(json(weaker)))
                .withMessageContaining("AES256_GCM");
    }

    private static String json(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }
}
