package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults, scripted events and the journal. */
final class TroubleControl {

    private final SimulatorState state;
    private final Operations operations;

    TroubleControl(SimulatorState state, Operations operations) {
        this.state = state;
        this.operations = operations;
    }

    HttpResponse answer(String method, List<String> segments, JsonNode body) {
        switch (method + " " + segments.getFirst()) {
            case "POST faults" -> state.faults.add(fault(body));
            case "DELETE faults" -> state.faults.clear();
            case "POST script" -> schedule(body);
            case "DELETE script" -> state.script.clear();
            case "DELETE journal" -> state.journal.clear();
            case "GET journal" -> {
                return Answers.json(200, journal());
            }
            default -> throw new NoSuchElementException("no such control");
        }
        return HttpResponse.empty(204);
    }

    private static Fault fault(JsonNode body) {
        String kind = body.path("kind").asString("").toUpperCase(Locale.ROOT);
        return new Fault(
                FaultKind.valueOf(kind),
                match(body),
                body.path("status").asInt(500),
                Duration.ofMillis(body.path("pause_milliseconds").asLong(30_000)),
                body.path("from").asInt(1),
                body.path("times").asInt(Integer.MAX_VALUE),
                body.path("probability").asDouble(1));
    }

    private void schedule(JsonNode body) {
        SimulatedAccount account = state.accounts.get(body.path("account").asString(""));
        if (account == null) {
            throw new NoSuchElementException("no such account");
        }
        JsonNode operation = body.path("operation");
        int nth = body.path("nth").asInt(1);
        Runnable event = () -> operations.run(account, operation);
        if (body.path("when").asString("after").equals("before")) {
            state.script.before(nth, match(body), event);
        } else {
            state.script.after(nth, match(body), event);
        }
    }

    private static RequestMatch match(JsonNode body) {
        return new RequestMatch(
                body.path("method").asString(""),
                body.path("path").asString(""),
                body.path("term").asString(""),
                body.path("account").asString(""));
    }

    private ObjectNode journal() {
        ObjectNode journal = Answers.JSON.createObjectNode();
        journal.put("count", state.journal.count());
        journal.set("by_status", Answers.JSON.valueToTree(state.journal.countsByStatus()));
        journal.set("entries", Answers.JSON.valueToTree(state.journal.entries()));
        return journal;
    }
}
