package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Counts each user's requests on the simulator's clock, whichever of their keys they use. */
final class RateLimit {

    private static final long WINDOW = 60;

    /**
     * Whether there is room.
     *
     * @param resetsAt epoch second at which there will be room again
     */
    record Verdict(boolean allowed, int limit, int remaining, long resetsAt) {}

    private static final class Window {
        long startedAt = Long.MIN_VALUE;
        int used;
        final ArrayDeque<Instant> log = new ArrayDeque<>();
    }

    private final SimulatorSwitches switches;
    private final Map<ReferenceRows.User, Window> windows = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    RateLimit(SimulatorSwitches switches) {
        this.switches = switches;
    }

    Verdict ask(Call.Caller caller, Instant now) {
        lock.lock();
        try {
            Window window = windows.computeIfAbsent(caller.user(), user -> new Window());
            return switches.is(Switch.RATE_WINDOW, Choice.SLIDING)
                    ? sliding(window, caller.account(), now)
                    : fixed(window, caller.account(), now.getEpochSecond());
        } finally {
            lock.unlock();
        }
    }

    HttpResponse refusal(Verdict verdict, Instant now) {
        long seconds = now.getEpochSecond();
        HttpResponse response = Answers.message(429, "Rate limit exceeded");
        response = switch (switches.get(Switch.RATE_RESET)) {
            case ABSENT -> response;
            case IN_THE_PAST -> reset(response, seconds - 30);
            case FAR_AHEAD -> reset(response, seconds + 86_400);
            default -> reset(response, verdict.resetsAt());
        };
        return switches.is(Switch.RETRY_AFTER, Choice.PRESENT)
                ? response.with("Retry-After", Long.toString(Math.max(1, verdict.resetsAt() - seconds)))
                : response;
    }

    HttpResponse onSuccess(HttpResponse response, Verdict verdict) {
        return switches.is(Switch.RATE_HEADERS_ON_SUCCESS, Choice.PRESENT)
                ? reset(response, verdict.resetsAt())
                        .with("X-RateLimit-Limit", Integer.toString(verdict.limit()))
                        .with("X-RateLimit-Remaining", Integer.toString(verdict.remaining()))
                : response;
    }

    private static HttpResponse reset(HttpResponse response, long epochSecond) {
        return response.with("X-RateLimit-Reset", Long.toString(epochSecond));
    }

    private Verdict fixed(Window window, SimulatedAccount account, long now) {
        boolean byMinute = switches.is(Switch.RATE_WINDOW, Choice.CLOCK_MINUTE);
        long start = byMinute ? now - Math.floorMod(now, WINDOW) : now;
        boolean over = byMinute
                ? window.startedAt != start
                : now - window.startedAt >= WINDOW || now < window.startedAt || window.startedAt == Long.MIN_VALUE;
        if (over) {
            window.startedAt = start;
            window.used = 0;
        }
        // The other vendor spends its share evenly.
        long elapsed = now - window.startedAt;
        int taken = (int) (account.otherVendorPerMinute() * Math.min(elapsed + 1, WINDOW) / WINDOW);
        int remaining = account.requestsPerMinute() - window.used - taken;
        if (remaining > 0) {
            window.used++;
        }
        return new Verdict(
                remaining > 0, account.requestsPerMinute(), Math.max(0, remaining - 1), window.startedAt + WINDOW);
    }

    private static Verdict sliding(Window window, SimulatedAccount account, Instant now) {
        Instant oldest = now.minusSeconds(WINDOW);
        while (!window.log.isEmpty() && !window.log.getFirst().isAfter(oldest)) {
            window.log.removeFirst();
        }
        int remaining = account.requestsPerMinute() - account.otherVendorPerMinute() - window.log.size();
        if (remaining > 0) {
            window.log.addLast(now);
        }
        Instant first = window.log.isEmpty() ? now : window.log.getFirst();
        return new Verdict(
                remaining > 0,
                account.requestsPerMinute(),
                Math.max(0, remaining - 1),
                first.getEpochSecond() + WINDOW + 1);
    }
}
