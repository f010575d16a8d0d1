package io.routiq.adapter.rest.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Turns the plain {@code …Response} of a controller into the flat body or the envelope, as the client asked. */
@RestControllerAdvice
final class SuccessBody implements ResponseBodyAdvice<Object> {

    private final InstantSource clock;

    SuccessBody(InstantSource clock) {
        this.clock = clock;
    }

    private record Flat(@JsonUnwrapped Object data, boolean success, Instant timestamp) {}

    private record Envelope(boolean success, Object data, Instant timestamp) {}

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Record)) {
            return body;
        }
        boolean success = !(body instanceof Verdict verdict) || verdict.succeeded();
        return contentType.equalsTypeAndSubtype(Negotiation.ENVELOPE)
                ? new Envelope(success, body, clock.instant())
                : new Flat(body, success, clock.instant());
    }
}
