package io.routiq.bootstrap.histories;

import io.routiq.adapter.cliniko.simulator.SimulatorClock;
import io.routiq.application.practice.Answer;
import io.routiq.application.practice.ConnectionCheck;
import io.routiq.application.practice.Located;
import io.routiq.application.practice.PracticeAccess;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A practice system that makes a history go the same way each time: what a run asks side by side is asked one after the
 * other, in the order in which the run began it, each as soon as the run has nothing to do but wait. Waiting for the rate
 * limit costs no time, because the clock is moved.
 *
 * <p>A run starts a thread for each question. That a thread is being made is seen by what it inherits.
 */
final class InTurn implements PracticeSystem {

    private static final int RUNS = -1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PracticeSystem practiceSystem;
    private final SimulatorClock source;
    private final SimulatorClock ours;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int given;
    private int turn;
    private boolean busy;
    private final AtomicInteger asked = new AtomicInteger();
    private int askedBefore;
    private volatile Thread run = Thread.currentThread();
    private Instant promised = Instant.EPOCH;

    private final InheritableThreadLocal<@Nullable Integer> ticket = new InheritableThreadLocal<>() {
        @Override
        protected @Nullable Integer childValue(@Nullable Integer parent) {
            return parent != null && parent == RUNS ? draw() : null;
        }
    };

    InTurn(PracticeSystem practiceSystem, SimulatorClock source, SimulatorClock ours) {
        this.practiceSystem = practiceSystem;
        this.source = source;
        this.ours = ours;
    }

    /** Our clock, which a run asks whenever it has dealt with a page and looks for the next one. */
    InstantSource clock() {
        return () -> {
            asked.incrementAndGet();
            return ours.instant();
        };
    }

    /** Whatever is read by threads that this work starts is read in turn, and has ended when it has. */
    <T> T during(Supplier<T> work) {
        run = Thread.currentThread();
        ticket.set(RUNS);
        try {
            return work.get();
        } finally {
            ticket.remove();
            awaitThat(() -> !busy);
        }
    }

    @Override
    public Answer<RecordPage> read(OrganizationId organization, PracticeAccess access, StreamRead read) {
        return inTurn(this::awaitThatRunWaits, () -> practiceSystem.read(organization, access, read));
    }

    @Override
    public Answer<PracticeAccount> account(OrganizationId organization, PracticeCredentials credentials) {
        return inTurn(() -> {}, () -> practiceSystem.account(organization, credentials));
    }

    @Override
    public Answer<String> reader(OrganizationId organization, PracticeCredentials credentials) {
        return inTurn(() -> {}, () -> practiceSystem.reader(organization, credentials));
    }

    private <T> Answer<T> inTurn(Runnable ready, Supplier<Answer<T>> question) {
        Integer mine = ticket.get();
        if (mine == null) {
            throw new IllegalStateException("A question that nobody announced");
        }
        awaitThat(() -> turn == mine);
        ready.run();
        begin();
        try {
            return waited(question.get());
        } finally {
            next();
        }
    }

    @Override
    public Located locate(OrganizationId organization, PracticeCredentials credentials) {
        return practiceSystem.locate(organization, credentials);
    }

    @Override
    public ConnectionCheck check(OrganizationId organization, PracticeCredentials credentials) {
        return practiceSystem.check(organization, credentials);
    }

    private <T> Answer<T> waited(Answer<T> answer) {
        if (answer instanceof Answer.NotBefore<T> later && later.instant().isAfter(promised)) {
            promised = later.instant();
        }
        // Our clock may have been set back since.
        Duration left = Duration.between(ours.instant(), promised);
        if (left.isPositive()) {
            source.advance(left);
        }
        return answer;
    }

    private int draw() {
        lock.lock();
        try {
            return given++;
        } finally {
            lock.unlock();
        }
    }

    private void next() {
        lock.lock();
        try {
            busy = false;
            askedBefore = asked.get();
            turn++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Until the run has dealt with the page before, and has begun to read all that it wants now. */
    private void awaitThatRunWaits() {
        long since = System.nanoTime();
        while (asked.get() == askedBefore || run.getState() != Thread.State.TIMED_WAITING) {
            LockSupport.parkNanos(100_000);
            if (Thread.currentThread().isInterrupted()) {
                throw new PracticeSystemException(SyncFailure.of(SyncFailure.Cause.CANCELLED));
            }
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IllegalStateException("The run did not come to wait for question " + turn);
            }
        }
    }

    private void begin() {
        lock.lock();
        try {
            busy = true;
        } finally {
            lock.unlock();
        }
    }

    private void awaitThat(BooleanSupplier holds) {
        lock.lock();
        try {
            while (!holds.getAsBoolean()) {
                if (!changed.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new IllegalStateException("Question " + turn + " was announced and never came");
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new PracticeSystemException(SyncFailure.of(SyncFailure.Cause.CANCELLED));
        } finally {
            lock.unlock();
        }
    }
}
