package io.routiq.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Organizations;
import io.routiq.application.Transactions;
import io.routiq.application.idempotency.IdempotencyKeys.Held;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What {@link IdempotencyKeys} promise. */
public abstract class IdempotencyKeysContract {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");
    private static final KeptAnswer ANSWER =
            new KeptAnswer(201, "application/json", "/somewhere", "{\"name\":\"Zoë 🩺\"}");

    private final OrganizationId ours = Organizations.fresh();
    private final OrganizationId theirs = Organizations.fresh();
    private final Claim claim = claim(NOW);

    protected abstract Transactions transactions();

    protected abstract IdempotencyKeys keys();

    @Test
    void letsTheFirstClaimAndTellsTheSecondWhoHolds() {
        assertThat(claim(ours, claim)).isEmpty();

        assertThat(claim(ours, new Claim("user_1", "key", "other", NOW.plusSeconds(1))))
                .contains(new Held("hash", null));
    }

    @Test
    void keepsAnAnswerAsItIs() {
        claim(ours, claim);

        keep(ours, claim, ANSWER);

        assertThat(claim(ours, claim(NOW.plusSeconds(1)))).contains(new Held("hash", ANSWER));
    }

    @Test
    void keepsAnAnswerWithoutTypeAndLocation() {
        KeptAnswer bare = new KeptAnswer(404, null, null, "");
        claim(ours, claim);

        keep(ours, claim, bare);

        assertThat(claim(ours, claim(NOW.plusSeconds(1)))).contains(new Held("hash", bare));
    }

    @Test
    void tellsUsersKeysAndOrganizationsApart() {
        claim(ours, claim);

        assertThat(claim(ours, new Claim("user_2", "key", "hash", NOW))).isEmpty();
        assertThat(claim(ours, new Claim("user_1", "KEY", "hash", NOW))).isEmpty();
        assertThat(claim(theirs, claim)).isEmpty();
    }

    @Test
    void freesAKeyThatIsReleased() {
        claim(ours, claim);

        release(ours, claim);

        assertThat(claim(ours, claim(NOW.plusSeconds(1)))).isEmpty();
    }

    @Test
    void givesAnAnswerAgainForOneDayAndNoLonger() {
        claim(ours, claim);
        keep(ours, claim, ANSWER);

        assertThat(claim(ours, claim(NOW.plus(Claim.KEPT_FOR)))).isPresent();
        assertThat(claim(ours, claim(NOW.plus(Claim.KEPT_FOR).plusMillis(1)))).isEmpty();
    }

    @Test
    void takesAKeyFromWhoeverWasSilentForTooLong() {
        claim(ours, claim);

        assertThat(claim(ours, claim(NOW.plus(Claim.LASTS_FOR)))).isPresent();
        assertThat(claim(ours, claim(NOW.plus(Claim.LASTS_FOR).plusMillis(1)))).isEmpty();
    }

    @Test
    void heedsNobodyWhoLostTheirClaim() {
        claim(ours, claim);
        Claim next = claim(NOW.plus(Claim.LASTS_FOR).plusSeconds(1));
        claim(ours, next);

        keep(ours, claim, ANSWER);
        release(ours, claim);

        assertThat(claim(ours, claim(next.at().plusSeconds(1)))).contains(new Held("hash", null));
    }

    @Test
    void forgetsWhatIsOlderAndNothingElse() {
        Claim younger = new Claim("user_1", "younger", "hash", NOW);
        claim(ours, claim(NOW.minusSeconds(1)));
        claim(ours, younger);
        claim(theirs, claim(NOW.minusSeconds(1)));

        transactions().within(ours, () -> keys().forget(ours, NOW));

        assertThat(claim(ours, claim)).isEmpty();
        assertThat(claim(ours, younger)).isPresent();
        assertThat(claim(theirs, claim)).isPresent();
    }

    @Test
    void letsOneOfManyAtTheSameTimeClaim() throws InterruptedException {
        Callable<Optional<Held>> attempt = () -> claim(ours, claim);

        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Held>>> all = clients.invokeAll(Collections.nCopies(8, attempt));
            assertThat(all).map(Future::resultNow).containsOnlyOnce(Optional.empty());
        }
    }

    private static Claim claim(Instant at) {
        return new Claim("user_1", "key", "hash", at);
    }

    private Optional<Held> claim(OrganizationId organization, Claim wanted) {
        return transactions().within(organization, () -> keys().claim(organization, wanted));
    }

    private void keep(OrganizationId organization, Claim held, KeptAnswer answer) {
        transactions().within(organization, () -> keys().keep(organization, held, answer));
    }

    private void release(OrganizationId organization, Claim held) {
        transactions().within(organization, () -> keys().release(organization, held));
    }
}
