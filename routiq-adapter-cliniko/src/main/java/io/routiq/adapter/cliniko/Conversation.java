package io.routiq.adapter.cliniko;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.domain.sync.SyncFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The questions that one call asks with one key: within the key's rate, and again where that may help. */
final class Conversation {

    static final Query USER = Query.of("/user");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Client client;
    private final KnownKey key;
    private final Persistence persistence;
    private int requests;
    private Duration latestTook = Duration.ZERO;

    Conversation(Client client, KnownKey key, Persistence persistence) {
        this.client = client;
        this.key = key;
        this.persistence = persistence;
    }

    /** What all conversations share. */
    record Client(Transport transport, ClinikoSettings settings) {}

    /** How often a question is asked again after a {@link Passing} failure. */
    sealed interface Persistence {

        /** Somebody is waiting for the answer: never. */
        record Once() implements Persistence {}

        /** As often as the failure's kind is worth, with growing, jittered pauses. */
        record Patient(Retry few, Retry many) implements Persistence {

            static Patient startingWith(Duration firstPause) {
                return new Patient(
                        retry("few", Passing.Kind.SERVER_ERROR, firstPause),
                        retry("many", Passing.Kind.NO_ANSWER, firstPause));
            }

            private static Retry retry(String name, Passing.Kind like, Duration firstPause) {
                return Retry.of(
                        name,
                        RetryConfig.custom()
                                .maxAttempts(like.attempts())
                                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(firstPause, 2, 0.5))
                                .retryOnException(failure -> failure instanceof Passing passing
                                        && passing.kind().attempts() == like.attempts())
                                .build());
            }
        }
    }

    KnownKey key() {
        return key;
    }

    /** How many requests were sent so far. */
    int requests() {
        return requests;
    }

    /** From sending the latest request to the end of its answer. */
    Duration latestTook() {
        return latestTook;
    }

    /**
     * Asks.
     *
     * @throws Passing if repetitions did not help
     * @throws PutOff if the rate limit does not allow it now
     * @throws PracticeSystemException if the key is not accepted any more, or the thread was interrupted
     */
    Reply ask(Query query) {
        Supplier<Reply> attempt = () -> attempt(query, this::unauthorized);
        return switch (persistence) {
            case Persistence.Once once -> attempt.get();
            case Persistence.Patient patient ->
                patient.many().executeSupplier(() -> patient.few().executeSupplier(attempt));
        };
    }

    private Reply attempt(Query query, Supplier<Reply> unauthorized) {
        RawAnswer answer = send(query);
        int status = answer.status();
        return switch (status) {
            case 200 -> understood(query, answer);
            case 400 -> new Reply.NotUnderstood();
            case 401 -> unauthorized.get();
            case 404 -> new Reply.NotFound(RateReset.date(answer.headers()));
            case 429 -> throw tooMany(answer);
            case 502, 503, 504 -> throw new Passing(Passing.Kind.GATEWAY, "status " + status);
            default -> {
                if (status >= 500) {
                    throw new Passing(Passing.Kind.SERVER_ERROR, "status " + status);
                }
                if (status < 400) {
                    throw new PracticeSystemException(
                            new SyncFailure(SyncFailure.Cause.UNEXPECTED_ANSWER, "status " + status));
                }
                yield new Reply.Refused(status);
            }
        };
    }

    private RawAnswer send(Query query) {
        try {
            return key.budget().spend(() -> {
                requests++;
                long start = System.nanoTime();
                try {
                    return client.transport().get(key.address(query), key.authorization());
                } finally {
                    latestTook = Duration.ofNanos(System.nanoTime() - start);
                }
            });
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PracticeSystemException(SyncFailure.of(SyncFailure.Cause.CANCELLED));
        }
    }

    private Reply understood(Query query, RawAnswer answer) {
        if (!answer.isJson()) {
            throw new Passing(Passing.Kind.GARBLED, "not JSON");
        }
        Instant at = RateReset.date(answer.headers())
                .orElseThrow(() -> new Passing(Passing.Kind.GARBLED, "an answer without a date"));
        try {
            if (JSON.readTree(answer.unpacked(client.settings().sizes().answerBytes())) instanceof ObjectNode body) {
                if (query.equals(USER)) {
                    rememberUser(body.path("id").asString(""));
                }
                return new Reply.Ok(body, at);
            }
            throw new Passing(Passing.Kind.GARBLED, "JSON of another shape");
        } catch (JacksonException broken) {
            throw new Passing(Passing.Kind.GARBLED, "broken JSON");
        }
    }

    private void rememberUser(String id) {
        if (Row.number(id).isPresent()) {
            key.foundUser(id);
        }
    }

    /** A 401 may be a gateway's mistake: only if the key does not open its own user either is it believed. */
    private Reply unauthorized() {
        confirmKey();
        throw new Passing(Passing.Kind.GARBLED, "status 401 for a key that is accepted elsewhere");
    }

    /** Asks whose the key is, unless that is known: what it may ask depends on that. */
    void findUser() {
        if (!key.hasUser()) {
            accepted(ask(USER));
        }
    }

    /** @throws PracticeSystemException if the key does not open its own user */
    void confirmKey() {
        accepted(attempt(USER, () -> new Reply.Refused(401)));
    }

    private static void accepted(Reply user) {
        if (user instanceof Reply.Denied) {
            throw new PracticeSystemException(SyncFailure.of(SyncFailure.Cause.CREDENTIALS_REJECTED));
        }
    }

    private PutOff tooMany(RawAnswer answer) {
        Instant now = client.settings().clock().instant();
        return new PutOff(key.budget().refused(RateReset.pause(answer.headers(), now)));
    }
}
