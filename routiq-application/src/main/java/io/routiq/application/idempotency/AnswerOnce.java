package io.routiq.application.idempotency;

import io.routiq.application.Transactions;
import io.routiq.domain.organization.OrganizationId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Lets one of all requests with the same key be worked on, and gives its answer to the others.
 *
 * <p>The claim, the work and the answer are three transactions. If the process dies between the second and the third, the
 * work is done but nobody knows: the key is free again when the claim has lasted for its time, and a client that then
 * sends its request again has it worked on again. So what must never happen twice needs a rule of its own in the store,
 * as there is one for active runs; a key spares clients the second time in all other cases.
 */
public final class AnswerOnce {

    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final InstantSource clock;

    public AnswerOnce(Transactions transactions, IdempotencyKeys keys, InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    /** What to do with a request. */
    public sealed interface Outcome {
        /** Work on it, then {@link #keep} the answer or {@link #release} the key. */
        record Claimed(Claim claim) implements Outcome {}

        /** Answer the same again. */
        record Answered(KeptAnswer answer) implements Outcome {}

        /** Somebody else works on it: wait, and ask again. */
        record InProgress() implements Outcome {}

        /** The key was used for another request. */
        record UsedOtherwise() implements Outcome {}
    }

    public Outcome claim(OrganizationId organization, String userId, String key, String requestHash) {
        Claim claim = new Claim(userId, key, requestHash, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return transactions.within(organization, () -> {
            keys.forget(organization, claim.forgottenBefore());
            return keys.claim(organization, claim)
                    .map(held -> outcome(held, requestHash))
                    .orElseGet(() -> new Outcome.Claimed(claim));
        });
    }

    private static Outcome outcome(IdempotencyKeys.Held held, String requestHash) {
        if (!held.requestHash().equals(requestHash)) {
            return new Outcome.UsedOtherwise();
        }
        KeptAnswer answer = held.answer();
        return answer == null ? new Outcome.InProgress() : new Outcome.Answered(answer);
    }

    /** Has everybody who sends the request again answered like this. */
    public void keep(OrganizationId organization, Claim claim, KeptAnswer answer) {
        transactions.within(organization, () -> keys.keep(organization, claim, answer));
    }

    /** Lets whoever sends the request again have it worked on. */
    public void release(OrganizationId organization, Claim claim) {
        transactions.within(organization, () -> keys.release(organization, claim));
    }
}
