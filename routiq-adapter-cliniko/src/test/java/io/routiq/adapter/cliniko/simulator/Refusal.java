package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.HttpResponse;

/** Ends the handling of a request with an error answer. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HttpResponse response;

    Refusal(HttpResponse response) {
        super("answered " + response.status(), null, false, false);
        this.response = response;
    }

    static Refusal badRequest(String message) {
        return new Refusal(Answers.message(400, message));
    }

    HttpResponse response() {
        return response;
    }
}
