package io.routiq.adapter.cliniko;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * What one key may still ask. A request takes its place when it is sent and holds it until 60 seconds after it ended:
 * whatever the network delays, and however Cliniko counts, it never sees more than the allowed number in any minute.
 *
 * <p>A refusal for being too many lowers the allowed number by a quarter, since somebody else uses the same Cliniko
 * user; each minute without one raises it by a twentieth.
 */
final class RequestBudget {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int most;
    private final int mostInFlight;
    private final Duration patience;
    private final InstantSource clock;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Deque<Instant> ended = new ArrayDeque<>();
    private int inFlight;
    private int allowed;
    private Instant allowedSince;
    private Instant blockedUntil;
    private Instant latest;

    RequestBudget(ClinikoSettings settings) {
        this.most = settings.rate().perMinute();
        this.mostInFlight = settings.rate().inFlight();
        this.patience = settings.times().patience();
        this.clock = settings.clock();
        this.allowed = most;
        this.latest = clock.instant();
        this.allowedSince = latest;
        this.blockedUntil = latest;
    }

    /**
     * Takes a place for one request, which {@link #leave} gives back.
     *
     * @throws PutOff if that would take longer than the patience
     */
    void enter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long patienceLeft = patience.toNanos();
            while (true) {
                Instant now = adjusted(clock.instant());
                Instant free = freeAt(now);
                long wait = nanos(now, free);
                if (wait == 0 && inFlight < mostInFlight && inFlight < allowed) {
                    inFlight++;
                    return;
                }
                if (wait > patienceLeft) {
                    throw new PutOff(free);
                }
                if (wait == 0) {
                    changed.await();
                } else {
                    // Time to wait is used up by real time, so that a clock that stands still cannot hold us here.
                    long asked = Math.min(wait, patienceLeft);
                    patienceLeft -= asked - Math.max(0, changed.awaitNanos(asked));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** The request has been answered, or given up. */
    void leave() {
        lock.lock();
        try {
            inFlight--;
            ended.addLast(clock.instant());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Cliniko refused a request for being too many. Requests sent together are refused together: that counts once. */
    void refused(Duration pause) {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (!now.isBefore(blockedUntil)) {
                allowed = Math.max(1, Math.max(most / 10, allowed * 3 / 4));
                allowedSince = now;
            }
            Instant until = now.plus(pause);
            blockedUntil = until.isAfter(blockedUntil) ? until : blockedUntil;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Counts in what was spent from another budget, which turned out to be this one. */
    void absorb(RequestBudget other) {
        int spent = other.spent();
        lock.lock();
        try {
            Instant now = adjusted(clock.instant());
            IntStream.range(0, spent).forEach(place -> ended.addLast(now));
        } finally {
            lock.unlock();
        }
    }

    private int spent() {
        lock.lock();
        try {
            adjusted(clock.instant());
            return ended.size();
        } finally {
            lock.unlock();
        }
    }

    /** The earliest instant at which a request may be sent as far as the rate goes. */
    Instant freeAt() {
        lock.lock();
        try {
            return freeAt(adjusted(clock.instant()));
        } finally {
            lock.unlock();
        }
    }

    private Instant freeAt(Instant now) {
        Instant free = blockedUntil.isAfter(now) ? blockedUntil : now;
        int tooMany = ended.size() + inFlight - allowed;
        Iterator<Instant> oldest = ended.iterator();
        for (int i = 0; i <= tooMany && oldest.hasNext(); i++) {
            Instant gone = oldest.next().plus(WINDOW);
            free = gone.isAfter(free) ? gone : free;
        }
        return free;
    }

    /** Forgets what is over. A clock that was set back makes all that is remembered as of now, not of a far future. */
    private Instant adjusted(Instant now) {
        if (now.isBefore(latest.minusSeconds(1))) {
            int places = ended.size();
            ended.clear();
            IntStream.range(0, places).forEach(place -> ended.addLast(now));
            blockedUntil = now;
            allowedSince = now;
        }
        latest = now;
        while (!ended.isEmpty() && !ended.getFirst().plus(WINDOW).isAfter(now)) {
            ended.removeFirst();
        }
        while (allowed < most && !allowedSince.plus(WINDOW).isAfter(now)) {
            allowed = Math.min(most, allowed + Math.max(1, most / 20));
            allowedSince = allowedSince.plus(WINDOW);
        }
        return now;
    }

    private static long nanos(Instant now, Instant free) {
        Duration wait = Duration.between(now, free);
        return wait.compareTo(Duration.ofDays(1)) > 0 ? TimeUnit.DAYS.toNanos(1) : wait.toNanos();
    }
}
