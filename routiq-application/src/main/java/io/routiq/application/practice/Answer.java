package io.routiq.application.practice;

import java.time.Instant;

/** What a practice system says to a request that it may put off. */
public sealed interface Answer<T> {

    /**
     * It answered.
     *
     * @param value what it said
     * @param requests how many requests that took, repetitions included
     */
    record Given<T>(T value, int requests) implements Answer<T> {}

    /** It wants to be asked again, not before {@code instant}. Nothing failed. */
    record NotBefore<T>(Instant instant) implements Answer<T> {}
}
