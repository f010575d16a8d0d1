package io.routiq.application.sync;

import io.routiq.application.Sealer;
import io.routiq.application.StorageUnavailable;
import io.routiq.application.connection.Connections;
import io.routiq.application.patient.Patients;
import io.routiq.application.practice.PracticeAccess;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncFailure.Cause;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStep;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Works on a run from claim to end: checks the key, reads and stores all pages, counts, and says up to when the copy is
 * complete. Any number of workers may try; one has the run.
 */
public final class RunSync {

    /** After so many attempts in a row that stored nothing a run is given up. */
    private static final int MOST_FRUITLESS = 5;

    /** What the clocks of two instances may differ by. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final SyncStore store;
    private final Connections connections;
    private final Patients patients;
    private final PracticeSystem practiceSystem;
    private final Sealer sealer;
    private final InstantSource clock;

    public RunSync(
            SyncStore store,
            Connections connections,
            Patients patients,
            PracticeSystem practiceSystem,
            Sealer sealer,
            InstantSource clock) {
        this.store = store;
        this.connections = connections;
        this.patients = patients;
        this.practiceSystem = practiceSystem;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** How it went, from the worker's view; the run itself says more. */
    public enum Outcome {
        COMPLETED,
        FAILED,
        /** The run had ended, or somebody else has taken or ended it. */
        NOT_OURS,
        /** The worker was interrupted and the run waits for another one. */
        HANDED_OVER
    }

    /**
     * Works on the run until it ends or the thread is interrupted. What nobody foresaw flies out and leaves the run to
     * the next attempt; the last fruitless one fails with it.
     */
    public Outcome run(OrganizationId organization, SyncRunId id) {
        return store.transactions()
                .within(organization, () -> claim(organization, id))
                .map(claimed -> work(new HeldRun(store, clock, claimed)))
                .orElse(Outcome.NOT_OURS);
    }

    private Optional<SyncRun.Running> claim(OrganizationId organization, SyncRunId id) {
        return store.runs().lock(organization, id).flatMap(run -> switch (run) {
            case SyncRun.Queued queued -> take(queued, queued);
            case SyncRun.Running abandoned -> take(abandoned, abandoned.release());
            case SyncRun.Finished finished -> Optional.empty();
        });
    }

    private Optional<SyncRun.Running> take(SyncRun.Active now, SyncRun.Queued queued) {
        if (queued.fruitless() >= MOST_FRUITLESS) {
            store.runs().save(now.organization(), now, now.fail(SyncFailure.of(Cause.WORKER_LOST), clock.instant()));
            store.checkpoints().clear(now.organization(), now.id());
            return Optional.empty();
        }
        SyncRun.Running claimed = queued.claim(clock.instant());
        store.runs().save(now.organization(), now, claimed);
        return Optional.of(claimed);
    }

    private Outcome work(HeldRun held) {
        try {
            return attempt(held);
        } catch (HeldRun.Lost lost) {
            return Outcome.NOT_OURS;
        } catch (RuntimeException defect) {
            if (held.run().fruitless() >= MOST_FRUITLESS) {
                boolean storage = defect instanceof StorageUnavailable;
                fail(held, SyncFailure.of(storage ? Cause.STORAGE_UNAVAILABLE : Cause.INTERNAL_ERROR));
            }
            throw defect;
        }
    }

    private Outcome attempt(HeldRun held) {
        try {
            synchronise(held);
            return Outcome.COMPLETED;
        } catch (PracticeSystemException failure) {
            // A question that is cut short by an interrupt fails too, but says nothing about the practice system.
            return Thread.interrupted() ? handOver(held) : fail(held, failure.failure());
        } catch (RunConnection.Disconnected disconnected) {
            held.cancel(() -> forgetPages(held));
            return Outcome.NOT_OURS;
        } catch (InterruptedException stopping) {
            return handOver(held);
        }
    }

    private static Outcome handOver(HeldRun held) {
        held.release();
        return Outcome.HANDED_OVER;
    }

    private Outcome fail(HeldRun held, SyncFailure failure) {
        held.fail(failure, () -> forgetPages(held));
        return Outcome.FAILED;
    }

    private void forgetPages(HeldRun held) {
        store.checkpoints().clear(held.organization(), held.run().id());
        store.census().close(held.organization());
    }

    private void synchronise(HeldRun held) throws InterruptedException {
        RunConnection connection = new RunConnection(store.transactions(), connections, clock, held);
        try {
            synchronise(held, connection);
        } catch (PracticeSystemException failure) {
            if (failure.failure().cause() == Cause.CREDENTIALS_REJECTED) {
                connection.rejected();
            }
            throw failure;
        }
    }

    private void synchronise(HeldRun held, RunConnection connection) throws InterruptedException {
        held.advance(progress -> progress.enter(SyncStep.CHECK_CREDENTIALS, clock.instant()));
        PracticeAccess access = connection.open(practiceSystem, sealer);
        SyncPlan plan = new SyncPlan(held.run().order(), connection.streams(), watermarks(held));
        Runnable stillConnected = () -> connection.require(access.account());
        Set<SyncStream> refused = read(held, connection, plan, access, stillConnected);
        held.advance(progress -> withSetAside(progress.enter(SyncStep.ANALYSE, clock.instant())));
        long active = countActive(held.organization());
        held.advance(progress -> progress.withActivePatients(active).enter(SyncStep.STORE, clock.instant()));
        held.complete(() -> {
            stillConnected.run();
            if (plan.order().writes()) {
                Instant begun = held.run().order().requestedAt().minus(CLOCKS_APART);
                store.watermarks().replaceAll(held.organization(), plan.watermarks(held.progress(), refused));
                store.quarantine().forgetUnseen(held.organization(), readWhole(plan, refused), begun);
            }
            forgetPages(held);
        });
    }

    private Set<SyncStream> read(
            HeldRun held, RunConnection connection, SyncPlan plan, PracticeAccess access, Runnable stillConnected)
            throws InterruptedException {
        PageStore pages = new PageStore(store, held, plan, clock, stillConnected);
        try (PageReader pageReader = new PageReader(practiceSystem, held.organization(), access)) {
            PageLoop loop = new PageLoop(store, held, plan, clock, connection::confirm, pages, pageReader);
            Set<SyncStream> refused = loop.readAll();
            if (plan.order().mode().readsEverything()) {
                String reader = connection.reader(practiceSystem, access.credentials());
                new Reconciliation(store, held, stillConnected, reader).reconcile(loop, readWhole(plan, refused));
            }
            return refused;
        }
    }

    private static List<SyncStream> readWhole(SyncPlan plan, Set<SyncStream> refused) {
        return plan.streams().stream()
                .filter(stream -> plan.readsAll(stream) && !refused.contains(stream))
                .filter(stream -> stream != SyncStream.ATTENDEES || !refused.contains(SyncStream.GROUP_APPOINTMENTS))
                .sorted()
                .toList();
    }

    private Map<SyncStream, Watermark> watermarks(HeldRun held) {
        return store.transactions()
                .within(held.organization(), () -> store.watermarks().all(held.organization()));
    }

    private long countActive(OrganizationId organization) {
        return store.transactions()
                .within(organization, () -> patients.stats(organization, ActivityWindow.DEFAULT, clock.instant()))
                .active();
    }

    private static SyncProgress withSetAside(SyncProgress progress) {
        SyncProgress said = progress;
        for (var stream : progress.streams().entrySet()) {
            long failed = stream.getValue().failed();
            if (failed > 0) {
                said = said.withError((failed == 1 ? "1 record of " : failed + " records of ")
                        + stream.getKey().code() + " could not be understood and " + (failed == 1 ? "was" : "were")
                        + " set aside");
            }
        }
        return said;
    }
}
