package io.routiq.adapter.rest.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The outermost filter: gives each request its id, each answer its protective headers, and catches what nobody caught. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestFrame extends OncePerRequestFilter {

    static final String REQUEST_ID_HEADER = "X-Request-Id";
    private static final String REQUEST_ID = "request_id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Problems problems;

    RequestFrame(Problems problems) {
        this.problems = problems;
    }

    /** The request's id; one that did not come through here, because the container refused it before, gets its own. */
    static String requestId(HttpServletRequest request) {
        if (request.getAttribute(REQUEST_ID) instanceof String known) {
            return known;
        }
        String incoming = request.getHeader(REQUEST_ID_HEADER);
        String id = incoming != null && SANE.matcher(incoming).matches()
                ? incoming
                : UUID.randomUUID().toString();
        request.setAttribute(REQUEST_ID, id);
        return id;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        protect(request, response);
        MDC.put(REQUEST_ID, requestId(request));
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            problems.write(request, response, failure);
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }

    /** Marks an answer with the request's id and the headers that every answer has, whatever becomes of it. */
    static void protect(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(REQUEST_ID_HEADER, requestId(request));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
