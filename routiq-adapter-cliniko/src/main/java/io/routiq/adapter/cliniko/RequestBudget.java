package io.routiq.adapter.cliniko;

import io.routiq.application.practice.KeyFingerprint;
import io.routiq.application.practice.RequestRate;
import io.routiq.application.practice.RequestWindow;
import io.routiq.application.practice.RequestWindow.Turn;
import io.routiq.application.practice.RequestWindows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/**
 * One key's requests from this process: so many at the same time at most, each with a place in the key's window, which
 * all instances share, and all keys of its user.
 *
 * <p>That a request has ended is told with the next turn, which saves one; until then its place counts for longer.
 */
final class RequestBudget {

    private final KeyFingerprint key;
    private final RequestWindows windows;
    private final RequestRate rate;
    private final Duration patience;
    private final InstantSource clock;

    private volatile KeyFingerprint spender;
    private final Semaphore inFlight;
    private final ReentrantLock turns = new ReentrantLock(true);
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();

    RequestBudget(ClinikoSettings settings, RequestWindows windows, KeyFingerprint key) {
        this.key = key;
        this.spender = key;
        this.windows = windows;
        this.rate =
                new RequestRate(settings.rate().perMinute(), settings.times().request());
        this.patience = settings.times().patience();
        this.clock = settings.clock();
        this.inFlight = new Semaphore(settings.rate().inFlight(), true);
    }

    private record Ended(Instant place, Instant at) {}

    /** A request, whose answer is {@code T}. */
    interface Request<T> {
        T send() throws InterruptedException;
    }

    /**
     * Sends a request as soon as it may be sent.
     *
     * @throws PutOff if that would take longer than the patience
     */
    <T> T spend(Request<T> request) throws InterruptedException {
        inFlight.acquire();
        try {
            Turn.Taken taken = place();
            try {
                return request.send();
            } finally {
                ended.add(new Ended(taken.place(), now()));
            }
        } finally {
            inFlight.release();
        }
    }

    /** It has turned out whose the key is. */
    void share(KeyFingerprint user) {
        windows.share(key, user);
        spender = user;
    }

    /** Cliniko refused a request for being too many; returns the earliest instant at which another may be sent. */
    Instant refused(Duration pause) {
        return turn((window, now) -> window.refused(rate, now, pause)).freeAt();
    }

    private Turn.Taken place() throws InterruptedException {
        Turn.Taken taken = take();
        // A process that was stopped in between would send when the place may be somebody else's. Half of the time that
        // it is held for is left to the request, and to clocks that differ.
        while (now().isAfter(taken.at().plus(rate.longestRequest().dividedBy(2)))) {
            ended.add(new Ended(taken.place(), taken.at()));
            taken = take();
        }
        return taken;
    }

    private Turn.Taken take() throws InterruptedException {
        long patienceLeft = patience.toNanos();
        while (true) {
            switch (turn((window, now) -> window.take(rate, now))) {
                case Turn.Taken taken -> {
                    return taken;
                }
                case Turn.NotBefore full -> {
                    long wait =
                            Math.max(0, Duration.between(now(), full.freeAt()).toNanos());
                    if (wait > patienceLeft) {
                        throw new PutOff(full.freeAt());
                    }
                    // Patience is used up by real time, so that a clock that stands still cannot hold us here.
                    TimeUnit.NANOSECONDS.sleep(wait);
                    patienceLeft -= wait;
                }
            }
        }
    }

    /** One turn of this process at a time, so that requests wait for each other here and not in the windows' store. */
    private <T extends Turn> T turn(BiFunction<RequestWindow, Instant, T> change) {
        turns.lock();
        try {
            List<Ended> told = List.copyOf(ended);
            T turn = windows.change(spender, known -> {
                Instant now = now();
                RequestWindow window = known.orElseGet(() -> RequestWindow.unused(rate, now));
                for (Ended request : told) {
                    window = window.leave(request.place(), request.at());
                }
                return change.apply(window, now);
            });
            told.forEach(request -> ended.remove());
            return turn;
        } finally {
            turns.unlock();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
