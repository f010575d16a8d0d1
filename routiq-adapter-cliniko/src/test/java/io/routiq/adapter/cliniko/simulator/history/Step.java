package io.routiq.adapter.cliniko.simulator.history;

import java.util.Locale;

/**
 * One thing that happens.
 *
 * @param request around which request it does, the first being 1
 * @param before whether it is just before the answer is computed, or when it is computed and not yet sent
 * @param which of the records it happens to, by its place among those there are at the time; any number will do
 * @param amount how much, how many, how far: whatever the happening has of that
 */
public record Step(int request, boolean before, Happening what, int which, int amount) {

    @Override
    public String toString() {
        return "%s request %d: %s (%d, %d)"
                .formatted(
                        before ? "before" : "within",
                        request,
                        what.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        which,
                        amount);
    }
}
