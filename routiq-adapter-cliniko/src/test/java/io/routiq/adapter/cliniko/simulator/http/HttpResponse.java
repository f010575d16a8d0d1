package io.routiq.adapter.cliniko.simulator.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** A response to be sent. */
public record HttpResponse(int status, Map<String, String> headers, String body, Delivery delivery) {

    public static HttpResponse of(int status, String contentType, String body) {
        return new HttpResponse(status, Map.of("Content-Type", contentType), body, new Delivery.Whole());
    }

    public static HttpResponse empty(int status) {
        return new HttpResponse(status, Map.of(), "", new Delivery.Whole());
    }

    public HttpResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpResponse(status, more, body, delivery);
    }

    public HttpResponse withBody(String newBody) {
        return new HttpResponse(status, headers, newBody, delivery);
    }

    public HttpResponse delivered(Delivery how) {
        return new HttpResponse(status, headers, body, how);
    }
}
