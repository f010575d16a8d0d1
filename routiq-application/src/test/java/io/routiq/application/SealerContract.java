package io.routiq.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.domain.organization.OrganizationId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a {@link Sealer} promises. */
public abstract class SealerContract {

    private static final String PURPOSE = "test";

    private final OrganizationId ours = Organizations.fresh();
    private final OrganizationId theirs = Organizations.fresh();

    protected abstract Sealer sealer();

    @ParameterizedTest
    @ValueSource(strings = {"", "a made-up key", "line\nbreak, \u0000 and 🩺 and ü"})
    void opensWhatItSealed(String text) {
        assertThat(sealer().open(ours, PURPOSE, sealer().seal(ours, PURPOSE, text)))
                .contains(text);
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(sealer().seal(ours, PURPOSE, "text")).isNotEqualTo(sealer().seal(ours, PURPOSE, "text"));
    }

    @Test
    void givesTextThatFitsIntoAnAddressAndHidesTheOriginal() {
        assertThat(sealer().seal(ours, PURPOSE, "secret"))
                .matches("[A-Za-z0-9._~-]+")
                .doesNotContain("secret");
    }

    @Test
    void doesNotOpenForAnotherOrganization() {
        assertThat(sealer().open(theirs, PURPOSE, sealer().seal(ours, PURPOSE, "text")))
                .isEmpty();
    }

    @Test
    void doesNotOpenForAnotherPurpose() {
        assertThat(sealer().open(ours, "other", sealer().seal(ours, PURPOSE, "text")))
                .isEmpty();
    }

    @Test
    void doesNotOpenWhatWasChangedAnywhere() {
        String sealed = sealer().seal(ours, PURPOSE, "text");

        assertThat(IntStream.range(0, sealed.length()).mapToObj(at -> changedAt(sealed, at)))
                .allSatisfy(changed ->
                        assertThat(sealer().open(ours, PURPOSE, changed)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A", "not sealed by anybody", "%%%", "🩺"})
    void doesNotOpenWhatItNeverSealed(String text) {
        assertThat(sealer().open(ours, PURPOSE, text)).isEmpty();
    }

    /** Swaps to a far letter: the last letter of Base64 has bits that mean nothing, which neighbours may share. */
    private static String changedAt(String text, int at) {
        char swapped = text.charAt(at) < 'N' ? 'z' : 'A';
        return text.substring(0, at) + swapped + text.substring(at + 1);
    }
}
