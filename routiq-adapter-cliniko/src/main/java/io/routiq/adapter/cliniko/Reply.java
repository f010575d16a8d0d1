package io.routiq.adapter.cliniko;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What Cliniko says to one question, once it is clear that it was Cliniko that said it. */
sealed interface Reply {

    /**
     * What was asked for.
     *
     * @param at the source's clock
     */
    record Ok(ObjectNode body, Instant at) implements Reply {}

    /** A 400: it does not know such a filter, or such an order. */
    record NotUnderstood() implements Reply {}

    /** Another 4xx, which asking again will not change. */
    sealed interface Denied extends Reply {}

    /** A 404: there is none, or none for this key. */
    record NotFound(Optional<Instant> at) implements Denied {}

    record Refused(int status) implements Denied {}
}
