package io.routiq.application.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one key may still ask, or all keys of one user together. A request takes a place when it is sent and holds it
 * until 60 seconds after it ended: whatever the network delays, and however the practice system counts, it never sees
 * more than the allowed number in any minute. The place of a request whose owner is gone ends by itself.
 *
 * <p>A refusal for being too many lowers the allowed number by a quarter, since somebody else uses the same key; each
 * minute without one raises it by a twentieth.
 *
 * <p>Instants are whole microseconds.
 *
 * @param places when each becomes free, the earliest first
 * @param allowed most places at a time
 * @param allowedSince from when on the next minute without a refusal counts
 * @param blockedUntil before which nothing is asked
 */
public record RequestWindow(List<Instant> places, int allowed, Instant allowedSince, Instant blockedUntil) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** No practice system wants a longer pause, so what seems to reach farther is from before a clock was set back. */
    private static final Duration FARTHEST = Duration.ofMinutes(3);

    public RequestWindow {
        places = places.stream().sorted().toList();
    }

    /** Of a key that nobody has asked with for a while. */
    public static RequestWindow unused(RequestRate rate, Instant now) {
        return new RequestWindow(List.of(), rate.perMinute(), now, Instant.EPOCH);
    }

    /** What came of changing a window. */
    public sealed interface Turn {

        /** As it is afterwards. */
        RequestWindow window();

        /**
         * A request may be sent now.
         *
         * @param place given back when the request has ended
         * @param at when it was taken; a request that is sent much later needs another one
         */
        record Taken(RequestWindow window, Instant place, Instant at) implements Turn {}

        /** Nothing may be sent before {@code freeAt}. */
        record NotBefore(RequestWindow window, Instant freeAt) implements Turn {}
    }

    /** Takes a place for one request, if there is one. */
    public Turn take(RequestRate rate, Instant now) {
        Turn.NotBefore free = at(rate, now).notBefore(now);
        if (free.freeAt().isAfter(now)) {
            return free;
        }
        Instant place = now.plus(rate.longestRequest()).plus(MINUTE);
        return new Turn.Taken(free.window().with(place), place, now);
    }

    /** The request that took the place has been answered, or given up. */
    public RequestWindow leave(Instant place, Instant ended) {
        List<Instant> others = new ArrayList<>(places);
        others.remove(place);
        return new RequestWindow(others, allowed, allowedSince, blockedUntil).with(ended.plus(MINUTE));
    }

    /** Of two that turn out to be one: all that was spent from either, and the less hopeful of what they learnt. */
    public RequestWindow plus(RequestWindow other) {
        return new RequestWindow(
                Stream.concat(places.stream(), other.places.stream()).toList(),
                Math.min(allowed, other.allowed),
                allowedSince.isAfter(other.allowedSince) ? allowedSince : other.allowedSince,
                blockedUntil.isAfter(other.blockedUntil) ? blockedUntil : other.blockedUntil);
    }

    /** A request was refused for being too many. Requests sent together are refused together: that counts once. */
    public Turn.NotBefore refused(RequestRate rate, Instant now, Duration pause) {
        RequestWindow current = at(rate, now);
        Instant until = now.plus(pause);
        boolean known = current.blockedUntil.isAfter(now);
        int most = rate.perMinute();
        return new RequestWindow(
                        current.places,
                        known ? current.allowed : Math.max(1, Math.max(most / 10, current.allowed * 3 / 4)),
                        known ? current.allowedSince : now,
                        until.isAfter(current.blockedUntil) ? until : current.blockedUntil)
                .notBefore(now);
    }

    private Turn.NotBefore notBefore(Instant now) {
        Instant free = blockedUntil.isAfter(now) ? blockedUntil : now;
        if (places.size() >= allowed) {
            Instant gone = places.get(places.size() - allowed);
            // Who is still asking holds a place for a minute from now at least; more cannot be known.
            Instant next = gone.isAfter(now.plus(MINUTE)) ? now.plus(MINUTE) : gone;
            free = next.isAfter(free) ? next : free;
        }
        return new Turn.NotBefore(this, free);
    }

    private RequestWindow with(Instant place) {
        return new RequestWindow(
                Stream.concat(places.stream(), Stream.of(place)).toList(), allowed, allowedSince, blockedUntil);
    }

    /** Forgets what is over. A clock that was set back makes all that is remembered as of now, not of a far future. */
    private RequestWindow at(RequestRate rate, Instant now) {
        Instant farthest = now.plus(rate.longestRequest()).plus(FARTHEST);
        List<Instant> held = places.stream()
                .filter(place -> place.isAfter(now))
                .map(place -> place.isAfter(farthest) ? now.plus(MINUTE) : place)
                .toList();
        int most = rate.perMinute();
        int raised = Math.min(allowed, most);
        Instant since = allowedSince.isAfter(now) ? now : allowedSince;
        while (raised < most && !since.plus(MINUTE).isAfter(now)) {
            raised = Math.min(most, raised + Math.max(1, most / 20));
            since = since.plus(MINUTE);
        }
        return new RequestWindow(held, raised, since, blockedUntil.isAfter(farthest) ? Instant.EPOCH : blockedUntil);
    }
}
