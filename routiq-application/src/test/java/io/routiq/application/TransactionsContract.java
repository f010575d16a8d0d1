package io.routiq.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.routiq.application.practice.Watermarks;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link Transactions} promise, seen through a port that stores something. */
public abstract class TransactionsContract {

    private static final Instant ONE = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TWO = ONE.plusSeconds(1);

    private final OrganizationId ours = Organizations.fresh();
    private final OrganizationId theirs = Organizations.fresh();

    protected abstract Transactions transactions();

    /** A port whose calls are part of those transactions. */
    protected abstract Watermarks watermarks();

    @Test
    void givesWhatTheWorkGives() {
        assertThat(transactions().<String>within(ours, () -> "done")).isEqualTo("done");
    }

    @Test
    void keepsWhatWasStoredWhenTheWorkReturns() {
        transactions().within(ours, () -> store(ONE));

        assertThat(stored(ours)).containsOnly(Map.entry(SyncStream.PATIENTS, new Watermark(ONE, null)));
    }

    @Test
    void undoesEverythingWhenTheWorkThrows() {
        transactions().within(ours, () -> store(ONE));
        IllegalArgumentException failure = new IllegalArgumentException("made up");

        assertThatThrownBy(() -> transactions().within(ours, () -> {
                    store(TWO);
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(stored(ours)).containsOnly(Map.entry(SyncStream.PATIENTS, new Watermark(ONE, null)));
    }

    @Test
    void undoesAnErrorsWorkToo() {
        assertThatThrownBy(() -> transactions().within(ours, () -> {
                    store(ONE);
                    throw new AssertionError("made up");
                }))
                .isInstanceOf(AssertionError.class);

        assertThat(stored(ours)).isEmpty();
    }

    @Test
    void letsAnInnerCallSeeWhatTheOuterOneStored() {
        Map<SyncStream, Watermark> seen = transactions().within(ours, () -> {
            store(ONE);
            return stored(ours);
        });

        assertThat(seen).containsOnlyKeys(SyncStream.PATIENTS);
    }

    @Test
    void undoesAnInnerCallTogetherWithTheOuterOne() {
        assertThatThrownBy(() -> transactions().within(ours, () -> {
                    transactions().within(ours, () -> store(ONE));
                    throw new IllegalArgumentException("made up");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(stored(ours)).isEmpty();
    }

    @Test
    void givesWhatIsReadAndKeepsWhatIsAdded() {
        Map<SyncStream, Watermark> seen = transactions().reading(ours, () -> {
            store(ONE);
            return stored(ours);
        });

        assertThat(seen).isEqualTo(stored(ours)).containsOnlyKeys(SyncStream.PATIENTS);
    }

    @Test
    void undoesWhatWasAddedWhenTheReadingThrows() {
        assertThatThrownBy(() -> transactions().reading(ours, () -> {
                    store(ONE);
                    throw new IllegalArgumentException("made up");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(stored(ours)).isEmpty();
    }

    @Test
    void letsReadingJoinWhatIsGoingOn() {
        Map<SyncStream, Watermark> seen = transactions().within(ours, () -> {
            store(ONE);
            return transactions().reading(ours, () -> stored(ours));
        });

        assertThat(seen).containsOnlyKeys(SyncStream.PATIENTS);
    }

    @Test
    void refusesToReadInsideAnotherOrganization() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        transactions().within(ours, () -> transactions().reading(theirs, () -> "nothing")));
    }

    @Test
    void refusesAnInnerCallForAnotherOrganization() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        transactions().within(ours, () -> transactions().within(theirs, () -> {})));

        assertThat(stored(theirs)).isEmpty();
    }

    @Test
    void servesOneOrganizationAfterTheOther() {
        transactions().within(ours, () -> store(ONE));

        assertThat(stored(theirs)).isEmpty();
        assertThat(stored(ours)).hasSize(1);
    }

    private void store(Instant asOf) {
        watermarks().save(ours, Map.of(SyncStream.PATIENTS, new Watermark(asOf, null)));
    }

    private Map<SyncStream, Watermark> stored(OrganizationId organization) {
        return transactions().within(organization, () -> watermarks().all(organization));
    }
}
