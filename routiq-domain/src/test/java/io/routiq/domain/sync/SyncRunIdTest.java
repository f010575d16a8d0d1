package io.routiq.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.time.api.constraints.InstantRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncRunIdTest {

    @Test
    void namesTheOrganizationAndTheTimeInUtc() {
        assertThat(SyncRunId.of(new OrganizationId("org_123"), Instant.parse("2026-03-01T23:59:59.999Z"), "a1b2c3"))
                .hasToString("sync_org_123_20260301_235959_a1b2c3");
    }

    @Property(edgeCases = EdgeCasesMode.MIXIN)
    void isValidForEveryOrganizationAndInstant(
            @ForAll
                    @CharRange(from = 'a', to = 'z')
                    @CharRange(from = 'A', to = 'Z')
                    @Chars({'0', '9', '_', '-'})
                    @StringLength(min = 1, max = 64)
                    String organization,
            @ForAll @InstantRange(min = "1970-01-01T00:00:00Z", max = "9999-12-31T23:59:59Z") Instant requestedAt,
            @ForAll @CharRange(from = 'a', to = 'z') @CharRange(from = '0', to = '9') @StringLength(6) String suffix) {
        SyncRunId id = SyncRunId.of(new OrganizationId(organization), requestedAt, suffix);

        assertThat(SyncRunId.isValid(id.value())).isTrue();
        assertThat(new SyncRunId(id.toString())).isEqualTo(id);
        assertThat(id.value()).startsWith("sync_" + organization + "_").endsWith("_" + suffix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sync",
                "sync_org_123",
                "sync__20260301_235959_a1b2c3",
                "sync_org_20260301_235959_A1B2C3",
                "sync_org_20260301_235959_a1b2c",
                "sync_org_20260301_235959_a1b2c34",
                "sync_org_2026031_235959_a1b2c3",
                "sync_org_20260301-235959-a1b2c3",
                "run_org_20260301_235959_a1b2c3",
                "sync_o.g_20260301_235959_a1b2c3",
                "sync_org_20260301_235959_a1b2c3\n",
                " sync_org_20260301_235959_a1b2c3",
                "sync_org_٢٠٢٦٠٣٠١_235959_a1b2c3",
            })
    void refusesOtherShapesWithoutRepeatingThem(String value) {
        assertThat(SyncRunId.isValid(value)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SyncRunId(value))
                .withMessage("Not the id of a sync run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "ABCDEF", "abcde!", "abcdefg"})
    void refusesASuffixOfAnotherShape(String suffix) {
        OrganizationId organization = new OrganizationId("org_123");

        assertThatIllegalArgumentException().isThrownBy(() -> SyncRunId.of(organization, Instant.EPOCH, suffix));
    }
}
