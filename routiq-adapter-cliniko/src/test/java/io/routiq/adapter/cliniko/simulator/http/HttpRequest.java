package io.routiq.adapter.cliniko.simulator.http;

import java.util.Map;
import java.util.Optional;

/** A request as it was received; header names are in lower case. */
public record HttpRequest(String method, String path, String rawQuery, Map<String, String> headers, String body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The address as the client wrote it, without scheme and host. */
    public String target() {
        return rawQuery.isEmpty() ? path : path + "?" + rawQuery;
    }
}
