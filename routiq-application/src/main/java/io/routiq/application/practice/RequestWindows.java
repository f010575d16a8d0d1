package io.routiq.application.practice;

import java.util.Optional;
import java.util.function.Function;

/**
 * What each key may still ask, kept for all instances together. A key may be configured for several organizations, whose
 * requests spend from the same rate, as do those with all keys of one user; so this belongs to no organization, and names
 * none.
 *
 * <p>Instants come from the clocks of the instances, which NTP keeps together. One that is ahead of another takes over
 * the other's places that much too early; a place is held for a minute from the end of its request, not from its start,
 * which makes up for as much as a request takes.
 */
public interface RequestWindows {

    /**
     * Replaces a key's window: one turn after the other, whichever instances take them. In a transaction of its own, so
     * not to be called inside one. A window that was not touched for a day may have been forgotten.
     *
     * @param turn is given the window, or nothing of a key that is not known; may be asked more than once
     * @return the turn whose window was kept
     */
    <T extends RequestWindow.Turn> T change(KeyFingerprint key, Function<Optional<RequestWindow>, T> turn);

    /**
     * From now on the key's window is the user's, and so the same for all keys of that user; the user may be named in the
     * key's place. What was spent with the key until now was spent by the user. Changes nothing where that is so already,
     * nor for a key that is not known; to be said again at times, because it is forgotten if it was not for a month.
     */
    void share(KeyFingerprint key, KeyFingerprint user);
}
