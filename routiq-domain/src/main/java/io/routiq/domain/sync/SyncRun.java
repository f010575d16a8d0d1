package io.routiq.domain.sync;

import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;

/**
 * One run of the synchronisation. Each state is a type that holds only what exists in it and offers only the steps
 * that lead on from it:
 *
 * <pre>{@code
 * Queued -> Running -> Completed | Failed | Cancelled
 * Queued -> Failed | Cancelled
 * Running -> Queued   only when another worker takes over
 * }</pre>
 *
 * <p>{@code fence} is raised by each claim, so that a worker whose run was taken over can be told from the present one;
 * {@code attempt} is raised by each take-over. {@code fruitless} counts the attempts in a row that stored nothing, so
 * that a run which gets on is never given up, however often it changes hands. Source of the rules: sync engine, section 4.
 */
public sealed interface SyncRun {

    /** What was asked for. */
    SyncOrder order();

    /** 1 for the first worker, one more after each take-over. */
    int attempt();

    /** How often the run was claimed. */
    long fence();

    /** How far it is, or how far it came. */
    SyncProgress progress();

    default SyncRunId id() {
        return order().id();
    }

    default OrganizationId organization() {
        return order().organization();
    }

    /** A run that nobody works on yet. */
    static Queued queued(SyncOrder order) {
        return new Queued(order, 1, 0, 0, SyncProgress.notStarted(order.requestedAt()));
    }

    /** Not finished: the one run that an organization can have at a time. */
    sealed interface Active extends SyncRun {

        /** Ends the run at somebody's wish. */
        default Cancelled cancel(Instant at) {
            return new Cancelled(order(), attempt(), fence(), progress(), at);
        }

        /** Ends the run without success. */
        default Failed fail(SyncFailure failure, Instant at) {
            return new Failed(order(), attempt(), fence(), progress(), at, failure);
        }
    }

    /** Finished for good: no step leads on. */
    sealed interface Finished extends SyncRun {

        Instant finishedAt();
    }

    /** Waits for a worker. */
    record Queued(SyncOrder order, int attempt, long fence, int fruitless, SyncProgress progress) implements Active {

        /** A worker takes it. */
        public Running claim(Instant at) {
            return new Running(order, attempt, fence + 1, fruitless + 1, progress.enter(SyncStep.INITIALISE, at));
        }
    }

    /** A worker is at it. */
    record Running(SyncOrder order, int attempt, long fence, int fruitless, SyncProgress progress) implements Active {

        /** The same run, further on. */
        public Running advance(SyncProgress further) {
            boolean stored = further.fetched() > progress.fetched();
            return new Running(order, attempt, fence, stored ? 0 : fruitless, further);
        }

        /** All is read and stored. */
        public Completed complete(Instant at) {
            return new Completed(order, attempt, fence, progress.enter(SyncStep.DONE, at), at);
        }

        /** The worker is gone or going: the run waits for another one, keeping what it has. */
        public Queued release() {
            return new Queued(order, attempt + 1, fence, fruitless, progress);
        }
    }

    /** Ended well; records that were left aside stand in {@link SyncProgress#errors}. */
    record Completed(SyncOrder order, int attempt, long fence, SyncProgress progress, Instant finishedAt)
            implements Finished {}

    /** Ended without success. */
    record Failed(
            SyncOrder order, int attempt, long fence, SyncProgress progress, Instant finishedAt, SyncFailure failure)
            implements Finished {}

    /** Ended at somebody's wish. */
    record Cancelled(SyncOrder order, int attempt, long fence, SyncProgress progress, Instant finishedAt)
            implements Finished {}
}
