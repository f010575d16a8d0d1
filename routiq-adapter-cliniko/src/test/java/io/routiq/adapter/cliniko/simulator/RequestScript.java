package io.routiq.adapter.cliniko.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * What happens between two requests: "after the third page of patients, cancel this appointment".
 *
 * <p>An event runs on the request's own thread and holds no lock, so it may also wait, for example until a test has
 * killed the client. Requests are counted from the moment the event was added.
 */
public final class RequestScript {

    private record Event(RequestMatch match, boolean before, IntConsumer what, AtomicInteger seen) {

        Event(RequestMatch match, boolean before, IntConsumer what) {
            this(match, before, what, new AtomicInteger());
        }
    }

    private final List<Event> events = new CopyOnWriteArrayList<>();

    /** Just before the nth matching request is answered; the first is 1. */
    public RequestScript before(int nth, RequestMatch match, Runnable what) {
        return beforeEach(match, at(nth, what));
    }

    /** When the nth matching answer is computed but not yet sent. */
    public RequestScript after(int nth, RequestMatch match, Runnable what) {
        return afterEach(match, at(nth, what));
    }

    /** Just before each matching request is answered; it is told how many there were, this one included. */
    public RequestScript beforeEach(RequestMatch match, IntConsumer what) {
        events.add(new Event(match, true, what));
        return this;
    }

    /** The same when each answer is computed but not yet sent. */
    public RequestScript afterEach(RequestMatch match, IntConsumer what) {
        events.add(new Event(match, false, what));
        return this;
    }

    public void clear() {
        events.clear();
    }

    void run(boolean before, Call call) {
        for (Event event : events) {
            if (event.before() == before && event.match().matches(call)) {
                event.what().accept(event.seen().incrementAndGet());
            }
        }
    }

    private static IntConsumer at(int nth, Runnable what) {
        return number -> {
            if (number == nth) {
                what.run();
            }
        };
    }
}
