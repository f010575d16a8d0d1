package io.routiq.adapter.cliniko.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happens between two requests: "after the third page of patients, cancel this appointment".
 *
 * <p>An event runs on the request's own thread and holds no lock, so it may also wait, for example until a test has
 * killed the client. Requests are counted from the moment the event was added.
 */
public final class RequestScript {

    private record Event(RequestMatch match, int nth, boolean before, Runnable what, AtomicInteger seen) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();

    /** Just before the nth matching request is answered; the first is 1. */
    public RequestScript before(int nth, RequestMatch match, Runnable what) {
        events.add(new Event(match, nth, true, what, new AtomicInteger()));
        return this;
    }

    /** When the nth matching answer is computed but not yet sent. */
    public RequestScript after(int nth, RequestMatch match, Runnable what) {
        events.add(new Event(match, nth, false, what, new AtomicInteger()));
        return this;
    }

    public void clear() {
        events.clear();
    }

    void run(boolean before, Call call) {
        for (Event event : events) {
            if (event.before() == before
                    && event.match().matches(call)
                    && event.seen().incrementAndGet() == event.nth()) {
                event.what().run();
            }
        }
    }
}
