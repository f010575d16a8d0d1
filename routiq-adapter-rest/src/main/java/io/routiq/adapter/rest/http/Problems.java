package io.routiq.adapter.rest.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes every answer that is not a success, whichever layer gave up. */
@Component
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final JsonMapper json;
    private final InstantSource clock;

    Problems(JsonMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        Refusal refusal = Refusals.of(failure);
        log(refusal, request, failure);
        if (response.isCommitted()) {
            return;
        }
        byte[] body = json.writeValueAsBytes(problem(refusal, request));
        response.resetBuffer();
        RequestFrame.protect(request, response);
        response.setStatus(refusal.code().status().value());
        refusal.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void log(Refusal refusal, HttpServletRequest request, Throwable failure) {
        if (refusal.code() == ProblemCode.INTERNAL_ERROR) {
            LOG.error("{} {} failed", request.getMethod(), instance(request), failure);
        } else if (refusal.code() == ProblemCode.SERVICE_UNAVAILABLE) {
            LOG.warn("{} {} has to wait: {}", request.getMethod(), instance(request), failure.toString());
        }
    }

    private Problem problem(Refusal refusal, HttpServletRequest request) {
        ProblemCode code = refusal.code();
        return new Problem(
                code.error(),
                refusal.detail(),
                clock.instant(),
                "urn:routiq:problem:" + code.code(),
                code.error(),
                code.status().value(),
                instance(request),
                code.code(),
                RequestFrame.requestId(request),
                refusal.violations().isEmpty() ? null : refusal.violations(),
                refusal.syncId());
    }

    /** A request whose first line is broken has no address. */
    private static String instance(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : Objects.requireNonNullElse(request.getRequestURI(), "/");
    }
}
