package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.Delivery;
import io.routiq.adapter.cliniko.simulator.http.HttpRequest;
import io.routiq.adapter.cliniko.simulator.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The way of a request through the API: entrance, rate, script, faults, routes, journal. */
final class ClinikoApi {

    private static final int NO_ANSWER = 0;

    private final SimulatorState state;
    private final Entrance entrance;
    private final RateLimit rate;
    private final Routes routes;

    ClinikoApi(SimulatorState state) {
        this.state = state;
        this.entrance = new Entrance(state.keys, state.switches);
        this.rate = new RateLimit(state.switches);
        this.routes = new Routes(state.switches);
    }

    HttpResponse answer(HttpRequest request, String shard, String path) {
        Call call = Call.of(request, shard, path);
        HttpResponse answer;
        try {
            Optional<HttpResponse> refusal = entrance.userAgentRefusal(request);
            if (refusal.isPresent()) {
                answer = refusal.get();
            } else {
                call = entrance.authenticate(call);
                answer = metered(call);
            }
        } catch (Refusal refused) {
            answer = refused.response();
        }
        journal(call, answer);
        return late(compressed(answer, request));
    }

    private HttpResponse metered(Call call) {
        Instant now = state.clock.instant();
        RateLimit.Verdict verdict = rate.ask(call.caller().orElseThrow(), now);
        if (!verdict.allowed()) {
            return rate.refusal(verdict, now);
        }
        state.script.run(true, call);
        Optional<Fault> fault = state.faults.strike(call);
        HttpResponse answer = fault.flatMap(each -> instead(each, verdict, now))
                .orElseGet(() -> rate.onSuccess(
                        handled(fault.map(each -> misread(each, call)).orElse(call)), verdict));
        HttpResponse damaged = fault.map(each -> Damage.done(each, answer)).orElse(answer);
        if (damaged.status() == 200 && !(damaged.delivery() instanceof Delivery.Reset)) {
            String path = call.path();
            state.listeners.forEach(listener -> listener.accept(path, damaged.body()));
        }
        state.script.run(false, call);
        return damaged;
    }

    private HttpResponse handled(Call call) {
        try {
            return routes.answer(call);
        } catch (Refusal refused) {
            return refused.response();
        }
    }

    /** Faults that strike before anything is done. */
    private Optional<HttpResponse> instead(Fault fault, RateLimit.Verdict verdict, Instant now) {
        return switch (fault.kind()) {
            case RESET -> Optional.of(HttpResponse.empty(200).delivered(new Delivery.Reset()));
            case REDIRECT ->
                Optional.of(HttpResponse.empty(301).with("Location", "https://collector.example.test/v1/patients"));
            case STATUS ->
                Optional.of(
                        switch (fault.status()) {
                            case 401 -> Answers.accessDenied();
                            case 403 -> HttpResponse.empty(403);
                            case 429 -> rate.refusal(verdict, now);
                            default -> Answers.page(fault.status(), "Something went wrong (" + fault.status() + ")");
                        });
            default -> Optional.empty();
        };
    }

    private static Call misread(Fault fault, Call call) {
        return fault.kind() == FaultKind.IGNORED_FILTER ? call.withoutFilters() : call;
    }

    private HttpResponse compressed(HttpResponse answer, HttpRequest request) {
        boolean wanted = request.header("accept-encoding")
                .filter(encodings -> encodings.contains("gzip"))
                .isPresent();
        return wanted && !answer.body().isEmpty() && state.switches.is(Switch.COMPRESSION, Choice.HONOURED)
                ? answer.with("Content-Encoding", "gzip").with("Vary", "Accept-Encoding")
                : answer;
    }

    private HttpResponse late(HttpResponse answer) {
        Duration latency = state.latency.get();
        return answer.delivery() instanceof Delivery.Whole && latency.isPositive()
                ? answer.delivered(new Delivery.Late(latency))
                : answer;
    }

    private void journal(Call call, HttpResponse answer) {
        Map<String, String> headers = call.request().headers();
        state.journal.add(new RequestJournal.Entry(
                state.clock.instant(),
                call.method(),
                call.shard(),
                call.path(),
                call.parameters().decoded(),
                answer.delivery() instanceof Delivery.Reset ? NO_ANSWER : answer.status(),
                call.accountName(),
                headers.getOrDefault("user-agent", ""),
                headers.getOrDefault("accept", "")));
    }
}
