package io.routiq.application.sync;

import io.routiq.domain.sync.SyncRun;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waits for news of one run. Who is slow misses states, but never the latest one. */
public final class SyncFollower implements AutoCloseable {

    private final Consumer<SyncFollower> leaving;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private @Nullable SyncRun told;
    private @Nullable SyncRun latest;
    private boolean stopped;

    SyncFollower(Consumer<SyncFollower> leaving) {
        this.leaving = leaving;
    }

    /** What there is to tell. */
    public sealed interface News {

        /** The run is in another state than when it was last told; at first, in the state that it is in. */
        record Changed(SyncRun run) implements News {}

        /** Nothing has changed. */
        record None() implements News {}

        /** There will be no more news here, though the run may go on: ask another instance. */
        record Stopped() implements News {}
    }

    /** Waits for news, but not longer than {@code patience}. */
    public News next(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (latest == null && !stopped && left > 0) {
                left = news.awaitNanos(left);
            }
            SyncRun run = latest;
            latest = null;
            if (stopped) {
                return new News.Stopped();
            }
            return run == null ? new News.None() : new News.Changed(run);
        } finally {
            lock.unlock();
        }
    }

    void tell(SyncRun run) {
        lock.lock();
        try {
            if (!run.equals(told)) {
                told = run;
                latest = run;
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Wants to know nothing more. */
    @Override
    public void close() {
        leaving.accept(this);
    }
}
