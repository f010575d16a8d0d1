package io.routiq.adapter.rest.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Turns the plain {@code …Response} of a controller into the flat body or the envelope, as the client asked. */
@RestControllerAdvice
public final class SuccessBody implements ResponseBodyAdvice<Object> {

    private final InstantSource clock;
    private final Revalidation revalidation;

    SuccessBody(InstantSource clock, Revalidation revalidation) {
        this.clock = clock;
        this.revalidation = revalidation;
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
        if (body instanceof Revalidated answer && isHeld(answer, contentType, request, response)) {
            return null;
        }
        return contentType.equalsTypeAndSubtype(Negotiation.ENVELOPE)
                ? new Envelope(success(body), body, clock.instant())
                : flat(body);
    }

    /** A payload as the flat body has it, for what is not the whole body. */
    public Object flat(Object body) {
        return new Flat(body, success(body), clock.instant());
    }

    private static boolean success(Object body) {
        return !(body instanceof Verdict verdict) || verdict.succeeded();
    }

    /** True if the client holds this answer already, in this form. */
    private boolean isHeld(Revalidated answer, MediaType form, ServerHttpRequest request, ServerHttpResponse response) {
        HttpServletResponse marked = ((ServletServerHttpResponse) response).getServletResponse();
        revalidation.mark(answer, form, ((ServletServerHttpRequest) request).getServletRequest(), marked);
        return marked.getStatus() == HttpServletResponse.SC_NOT_MODIFIED;
    }
}
