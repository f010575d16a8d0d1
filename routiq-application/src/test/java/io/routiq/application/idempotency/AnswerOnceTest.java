package io.routiq.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.MutableClock;
import io.routiq.application.Organizations;
import io.routiq.application.idempotency.AnswerOnce.Outcome;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class AnswerOnceTest {

    private static final KeptAnswer ANSWER = new KeptAnswer(201, "application/json", null, "{}");

    private final OrganizationId organization = Organizations.fresh();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-01T10:20:30.123456789Z"));
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final AnswerOnce answerOnce =
            new AnswerOnce(transactions, new InMemoryIdempotencyKeys(transactions), clock);

    @Test
    void answersTheSecondLikeTheFirst() {
        Claim claim = claimed("hash");
        assertThat(claim("hash")).isEqualTo(new Outcome.InProgress());

        answerOnce.keep(organization, claim, ANSWER);

        assertThat(claim("hash")).isEqualTo(new Outcome.Answered(ANSWER));
    }

    @Test
    void refusesAnotherRequestWithTheKey() {
        Claim claim = claimed("hash");
        assertThat(claim("other")).isEqualTo(new Outcome.UsedOtherwise());

        answerOnce.keep(organization, claim, ANSWER);

        assertThat(claim("other")).isEqualTo(new Outcome.UsedOtherwise());
    }

    @Test
    void letsTheNextWorkOnWhatWasReleased() {
        answerOnce.release(organization, claimed("hash"));

        assertThat(claim("other")).isInstanceOf(Outcome.Claimed.class);
    }

    @Test
    void isNotHeldUpForEverByADeadProcess() {
        claimed("hash");

        clock.advance(Claim.LASTS_FOR.plusSeconds(1));

        assertThat(claim("hash")).isInstanceOf(Outcome.Claimed.class);
    }

    @Test
    void forgetsAnswersAfterADay() {
        answerOnce.keep(organization, claimed("hash"), ANSWER);

        clock.advance(Duration.ofHours(24).plusSeconds(1));

        assertThat(claim("other")).isInstanceOf(Outcome.Claimed.class);
    }

    private Outcome claim(String hash) {
        return answerOnce.claim(organization, "user_1", "key", hash);
    }

    private Claim claimed(String hash) {
        assertThat(claim(hash)).isInstanceOf(Outcome.Claimed.class);
        return new Claim("user_1", "key", hash, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
