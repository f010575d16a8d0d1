package io.routiq.application.sync;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRun;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * A run as the worker that claimed it holds it. Every change goes through the run's fence first, so a worker that has
 * lost its run writes nothing: it is told by {@link Lost}.
 */
final class HeldRun {

    private final SyncStore store;
    private final InstantSource clock;
    private SyncRun.Running run;

    HeldRun(SyncStore store, InstantSource clock, SyncRun.Running run) {
        this.store = store;
        this.clock = clock;
        this.run = run;
    }

    /** Somebody else has finished, cancelled or taken over the run. */
    static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost() {
            super("The run belongs to somebody else now", null, false, false);
        }
    }

    SyncRun.Running run() {
        return run;
    }

    SyncProgress progress() {
        return run.progress();
    }

    OrganizationId organization() {
        return run.organization();
    }

    /** Moves the run on and does {@code work} in the same transaction, both or neither. */
    void advance(UnaryOperator<SyncProgress> change, Runnable work) {
        SyncRun.Running next = run.advance(change.apply(run.progress()));
        replaceBy(next, work);
        run = next;
    }

    void advance(UnaryOperator<SyncProgress> change) {
        advance(change, () -> {});
    }

    void complete(Runnable work) {
        replaceBy(run.complete(clock.instant()), work);
    }

    void fail(SyncFailure failure, Runnable work) {
        replaceBy(run.fail(failure, clock.instant()), work);
    }

    void cancel(Runnable work) {
        replaceBy(run.cancel(clock.instant()), work);
    }

    /** Gives the run back for another worker to go on with. */
    void release() {
        replaceBy(run.release(), () -> {});
    }

    /** Makes sure that the run is still ours, without changing it. */
    void confirm() {
        boolean ours = store.transactions()
                .within(
                        organization(),
                        () -> store.runs()
                                .find(organization(), run.id())
                                .filter(now -> now instanceof SyncRun.Running && now.fence() == run.fence())
                                .isPresent());
        if (!ours) {
            throw new Lost();
        }
    }

    private void replaceBy(SyncRun next, Runnable work) {
        store.transactions().within(organization(), () -> {
            if (store.runs().save(organization(), run, next) == SyncRuns.Saved.SUPERSEDED) {
                throw new Lost();
            }
            work.run();
        });
    }
}
