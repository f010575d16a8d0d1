package io.routiq.adapter.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Spring's rules, but a refused preflight is answered by a problem, and a plain request of an unknown origin is answered
 * without CORS headers: the browser keeps the answer from the page, while our own pages work behind any proxy.
 */
final class ProblemCorsProcessor extends DefaultCorsProcessor {

    private final Problems problems;

    ProblemCorsProcessor(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        // Not handed on: Spring fails at an origin that is no address.
        boolean known = origin == null || configuration == null || configuration.checkOrigin(origin) != null;
        if (known) {
            return super.processRequest(configuration, request, response) || refuse(request, response);
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        return !CorsUtils.isPreFlightRequest(request) || refuse(request, response);
    }

    /** Leaves the answer to {@link #refuse}, which knows the request. */
    @Override
    protected void rejectRequest(ServerHttpResponse response) {}

    private boolean refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(
                request,
                response,
                Refusal.of(
                        ProblemCode.PERMISSION_DENIED,
                        "Pages of this origin, or this method or header, are not allowed."
                                + " Ask the operator to add the origin to the CORS origins."));
        return false;
    }
}
