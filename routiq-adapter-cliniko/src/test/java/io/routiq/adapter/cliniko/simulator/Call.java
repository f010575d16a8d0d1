package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.HttpRequest;
import java.util.Optional;

/**
 * One request to the API, taken apart.
 *
 * @param path below {@code /v1}, with its leading slash
 * @param caller empty while nobody is authenticated
 */
record Call(HttpRequest request, String shard, String path, Parameters parameters, Optional<Caller> caller) {

    /** Who asks, and on behalf of which clinic. */
    record Caller(SimulatedAccount account, ReferenceRows.User user) {}

    static Call of(HttpRequest request, String shard, String path) {
        return new Call(request, shard, path, new Parameters(request.rawQuery()), Optional.empty());
    }

    Call by(Caller who) {
        return new Call(request, shard, path, parameters, Optional.of(who));
    }

    Call withoutFilters() {
        return new Call(request, shard, path, parameters.withoutFilters(), caller);
    }

    String method() {
        return request.method();
    }

    String accountName() {
        return caller.map(who -> who.account().name()).orElse("");
    }

    /** The address under which the client itself reached us, as a real server would repeat it. */
    Links links(SimulatorSwitches switches) {
        return new Links("http://" + request.header("host").orElse("localhost") + "/" + shard + "/v1", switches);
    }
}
