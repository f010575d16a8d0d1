package io.routiq.adapter.cliniko.simulator.http;

import java.time.Duration;

/** How a response reaches the client, or fails to. */
public sealed interface Delivery {

    /** Complete and at once. */
    record Whole() implements Delivery {}

    /** After a pause, complete. */
    record Late(Duration pause) implements Delivery {}

    /** A few bytes at a time. */
    record Drip(int chunkBytes, Duration pause) implements Delivery {}

    /** Announces its full length and closes after half of it. */
    record CutShort() implements Delivery {}

    /** Says that it is compressed and is not. */
    record BrokenGzip() implements Delivery {}

    /** A TCP reset instead of an answer. */
    record Reset() implements Delivery {}
}
