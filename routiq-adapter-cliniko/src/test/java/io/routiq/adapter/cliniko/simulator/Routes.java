package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** Finds what an address means, and whether the caller's role may have it. */
final class Routes {

    private final SimulatorSwitches switches;
    private final Reading reading;
    private final WriteRoutes writing;

    Routes(SimulatorSwitches switches) {
        this.switches = switches;
        this.reading = new Reading(switches);
        this.writing = new WriteRoutes(switches);
    }

    HttpResponse answer(Call call) {
        Call.Caller caller = call.caller().orElseThrow();
        Store store = caller.account().store();
        return store.locked(() -> answer(call, caller, store));
    }

    private HttpResponse answer(Call call, Call.Caller caller, Store store) {
        List<String> segments = List.of(call.path().substring(1).split("/", -1));
        String first = segments.getFirst();
        if (!caller.account()
                .mayRead(caller.user(), call.path().equals("/settings/public") ? "settings/public" : first)) {
            return denied();
        }
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            return writing.answer(call, caller, segments).orElseGet(Routes::unknownRoute);
        }
        Optional<HttpResponse> special = special(call, caller, segments, store);
        if (special.isPresent()) {
            return special.get();
        }
        Catalogue catalogue = caller.account().practice().catalogue();
        Links links = call.links(switches);
        var restrictions = Permission.of(caller.user(), store);
        Optional<Resource<?>> list =
                catalogue.find(call.path().substring(1)).or(() -> Nested.find(catalogue, segments));
        if (list.isPresent()) {
            return Answers.json(200, reading.list(list.get(), call.parameters(), links, restrictions));
        }
        if (segments.size() != 2) {
            return unknownRoute();
        }
        return catalogue
                .find(first)
                .map(resource -> reading.single(resource, segments.get(1), call.parameters(), links, restrictions))
                .orElseGet(Routes::unknownRoute);
    }

    private Optional<HttpResponse> special(Call call, Call.Caller caller, List<String> segments, Store store) {
        Resource<?> users =
                caller.account().practice().catalogue().find("users").orElseThrow();
        return switch (call.path()) {
            case "/user" ->
                Optional.of(reading.single(
                        users, Long.toString(caller.user().id), call.parameters(), call.links(switches), List.of()));
            case "/settings/public" -> Optional.of(Answers.json(200, Settings.open(store.account)));
            case "/settings" -> Optional.of(Answers.json(200, Settings.restricted(store.account)));
            default ->
                segments.size() == 3 && segments.get(2).equals("conflicts")
                        ? Optional.of(Conflicts.of(store, segments.getFirst(), segments.get(1), switches))
                        : Optional.empty();
        };
    }

    private HttpResponse denied() {
        return switch (switches.get(Switch.DENIAL)) {
            case FORBIDDEN_EMPTY -> HttpResponse.empty(403);
            case NOT_FOUND -> Answers.notFound(switches);
            default -> Answers.message(403, "You are not permitted to access this resource");
        };
    }

    static HttpResponse unknownRoute() {
        return Answers.page(404, "The page you were looking for doesn't exist (404)");
    }
}
